package com.salescopilot.model.template;

import com.samskivert.mustache.Mustache;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// How long a letter of 2 KB takes from its template, beside jmustache: `mvn -q -Pbench
/// -Dbench=template`. Both compile once and escape for HTML. Prints medians of five rounds, warm,
/// in time of the processor, so that a busy machine measures the same.
public final class TemplateBench {
  private static final int ROUNDS = 5;
  private static final int LETTERS = 20_000;
  private static final int PARTS = 13;
  private static final Map<String, String> ANA =
      Map.of("firstName", "Ana", "company", "Köhler & Söhne", "jobTitle", "Head of <Plans>");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private TemplateBench() {}

  /// Measures and prints.
  public static void main(String[] args) {
    new TemplateBench().measure();
  }

  private void measure() {
    FieldValues values = new FieldValues(ANA);
    Compiled own =
        Template.compile(
            letter("{{#if jobTitle}}as {{jobTitle}}{{/if}}"),
            Mode.HTML,
            new FieldCatalogue(List.of()));
    com.samskivert.mustache.Template peer =
        Mustache.compiler()
            .escapeHTML(true)
            .compile(letter("{{#jobTitle}}as {{jobTitle}}{{/jobTitle}}"));
    if (!own.render(values, PickSeed.NONE).text().equals(peer.execute(ANA))) {
      throw new IllegalStateException("the letters are not the same");
    }
    double ours = micros(() -> own.render(values, PickSeed.NONE).text());
    double theirs = micros(() -> peer.execute(ANA));
    System.out.printf(
        Locale.ROOT,
        "letter of 2 KB with 52 fields: %.1f µs; jmustache: %.1f µs; ratio %.2f (goal 0.5)%n",
        ours,
        theirs,
        theirs / ours);
  }

  /// About 2 KB of HTML.
  private static String letter(String condition) {
    String part =
        "<p>Hello {{firstName}}, does {{company}} plan the shifts of its people by hand, "
            + condition
            + "? Many in {{company}} would like to know today.</p>\n";
    return part.repeat(PARTS);
  }

  private double micros(Supplier<String> letter) {
    double[] rounds = new double[ROUNDS];
    long length = 0;
    for (int round = -2; round < ROUNDS; round++) {
      long began = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < LETTERS; i++) {
        length += letter.get().length();
      }
      double each = (threads.getCurrentThreadCpuTime() - began) / 1e3 / LETTERS;
      if (round >= 0) {
        rounds[round] = each;
      }
    }
    if (length == 0) {
      throw new IllegalStateException("nothing was written");
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
