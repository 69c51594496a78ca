package com.salescopilot.model.score;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// How much of a core a score takes: `mvn -q -Pbench -Dbench=score`. Prints the median of five
/// rounds, warm, in time of the processor, so that a busy machine measures the same.
public final class ScoreBench {
  private static final int ROUNDS = 5;
  private static final int WORDS = 500;
  private static final int LARGE = 100 * 1024;
  private static final double MILLION = 1e6;

  private final Scorer scorer = new Scorer();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private ScoreBench() {}

  /// Measures and prints.
  public static void main(String[] args) {
    ScoreBench bench = new ScoreBench();
    String letters = letters();
    bench.measure("500 words", words(letters, WORDS), 400, 5);
    bench.measure("100 KB of letters", cut(letters), 20, 50);
    bench.measure("100 KB of emoji", cut("👩‍👩‍👧‍👦🎉 "), 20, 50);
    bench.measure(
        "100 KB from right to left", cut("هل تخططون للورديات يدويا؟ שלום, מה שלומך? "), 20, 50);
    bench.measure(
        "100 KB of capitals and marks", cut("ACT NOW!!! {a|b} [x] %y% https://a.example "), 20, 50);
    bench.measure("100 KB without a blank", cut("x"), 20, 50);
    bench.measure("100 KB of open braces", cut("{[%<"), 20, 50);
  }

  private void measure(String what, String text, int times, int goal) {
    ScoredMail mail =
        ScoredMail.of("Shift plans in Leiria", text)
            .to(Map.of("firstName", "Ana", "company", "Planadora", "custom.plan", "pro"));
    double[] rounds = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long began = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        scorer.score(mail);
      }
      double each = (threads.getCurrentThreadCpuTime() - began) / MILLION / times;
      if (round >= 0) {
        rounds[round] = each;
      }
    }
    Arrays.sort(rounds);
    System.out.printf(
        Locale.ROOT,
        "score of %s: %.3f ms (%.3f to %.3f), goal %d ms%n",
        what,
        rounds[ROUNDS / 2],
        rounds[0],
        rounds[ROUNDS - 1],
        goal);
  }

  private static String letters() {
    StringBuilder all = new StringBuilder();
    GoldenMails.all().stream()
        .filter(mail -> mail.id().startsWith("en-"))
        .forEach(mail -> all.append(mail.text()).append("\n\n"));
    return all.toString();
  }

  private static String words(String text, int count) {
    return text.substring(0, Word.of(text).get(count - 1).end());
  }

  private static String cut(String text) {
    String enough = text.repeat(LARGE / text.length() + 1);
    return enough.substring(0, LARGE);
  }
}
