package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.imports.ImportBench;
import com.salescopilot.desktop.syncbench.SyncBench;
import com.salescopilot.model.schedule.PlanBench;
import com.salescopilot.model.score.ScoreBench;
import com.salescopilot.model.template.TemplateBench;
import com.salescopilot.server.bench.Contention;
import com.salescopilot.server.bench.Numbers;
import com.salescopilot.server.bench.Overload;
import java.util.List;
import java.util.stream.Stream;

/// What `mvn -q -Pbench` measures: the window, or what `-Dbench` names.
public final class Bench {
  private Bench() {}

  /// Measures and prints.
  ///
  /// @param args `window`, `sync`, `contention`, `import`, `score`, `template`, `engine`, `numbers`
  ///   or `overload`; how often; then, in one text, what else the benchmark understands, or `-`
  public static void main(String[] args) throws Exception {
    String runs = args[1];
    List<String> more =
        Stream.of(args)
            .skip(2)
            .flatMap(text -> Stream.of(text.split(" ", -1)))
            .filter(text -> !text.isEmpty() && !text.equals("-"))
            .toList();
    switch (args[0]) {
      case "window" -> Benchmark.main(new String[] {runs});
      case "sync" ->
          SyncBench.main(Stream.concat(Stream.of(runs), more.stream()).toArray(String[]::new));
      case "import" -> ImportBench.main(new String[0]);
      case "score" -> ScoreBench.main(new String[0]);
      case "template" -> TemplateBench.main(new String[0]);
      case "contention" -> Contention.main(more.toArray(String[]::new));
      case "engine" -> PlanBench.main(more.toArray(String[]::new));
      case "numbers" -> Numbers.main(more.toArray(String[]::new));
      case "overload" -> Overload.main(more.toArray(String[]::new));
      case String other -> throw new IllegalArgumentException("there is no benchmark " + other);
    }
  }
}
