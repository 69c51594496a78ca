package com.salescopilot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/asvs.csv` says which items of the OWASP Application Security Verification Standard 5.0 up
/// to level 2 apply here (and some of level 3), and which tests hold each. A test that is renamed
/// is renamed there too.
final class AsvsTest {
  private static final List<String> MODULES = List.of("shared-model", "sync-server", "desktop-app");
  private static final int STATE = 3;
  private static final int TESTS = 4;
  private static final int NOTE = 5;

  private final Path root = Sources.module().resolveSibling("");

  private List<List<String>> rows() throws IOException {
    CsvFile file = CsvFile.read(Files.readAllBytes(root.resolve("docs/asvs.csv")));
    assertThat(file.header()).containsExactly("item", "level", "about", "state", "tests", "note");
    assertThat(file.records()).allMatch(record -> record instanceof CsvRecord.Row);
    return file.records().stream()
        .filter(CsvRecord.Row.class::isInstance)
        .map(CsvRecord.Row.class::cast)
        .map(CsvRecord.Row::cells)
        .toList();
  }

  @Test
  void every_item_is_held_by_tests_that_exist_or_says_why_it_is_not() throws IOException {
    Map<String, String> sources = testSources();
    List<String> faults = new ArrayList<>();
    int held = 0;
    for (List<String> row : rows()) {
      List<String> tests = Stream.of(row.get(TESTS).split(" ")).filter(t -> !t.isEmpty()).toList();
      boolean open = row.get(STATE).equals("open") && tests.isEmpty() && !row.get(NOTE).isBlank();
      if (!open && (!row.get(STATE).equals("held") || tests.isEmpty())) {
        faults.add(row + " is neither held nor open");
      }
      held += open ? 0 : 1;
      for (String test : tests) {
        String[] named = test.split("#", -1);
        String source = sources.getOrDefault(named[0], "");
        if (named.length != 2 || !source.contains("void " + named[1] + "(")) {
          faults.add(row.getFirst() + ": there is no test " + test);
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(held).isGreaterThan(120);
  }

  @Test
  void no_item_stands_twice() throws IOException {
    assertThat(rows().stream().map(List::getFirst)).doesNotHaveDuplicates();
  }

  private Map<String, String> testSources() {
    Map<String, String> sources = new HashMap<>();
    for (String module : MODULES) {
      for (Path file : Sources.javaBelow(root.resolve(module).resolve("src/test/java"))) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.merge(name, Sources.read(file), String::concat);
      }
    }
    return sources;
  }
}
