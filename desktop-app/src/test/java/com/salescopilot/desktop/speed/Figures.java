package com.salescopilot.desktop.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Durations of one thing done many times, in order of length.
record Figures(List<Duration> sorted) {
  Figures {
    sorted = sorted.stream().sorted().toList();
  }

  /// Of several together.
  static Figures of(List<Figures> parts) {
    List<Duration> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.sorted()));
    return new Figures(all);
  }

  /// The shortest length that so many of a hundred do not exceed.
  Duration percentile(int hundredths) {
    int place = (int) Math.ceil(sorted.size() * hundredths / 100.0);
    return sorted.get(Math.max(0, place - 1));
  }

  Duration median() {
    return percentile(50);
  }

  /// In words, in milliseconds.
  String text() {
    return "median %s ms, p95 %s, p99 %s, min %s, max %s of %d"
        .formatted(
            ms(median()),
            ms(percentile(95)),
            ms(percentile(99)),
            ms(sorted.getFirst()),
            ms(sorted.getLast()),
            sorted.size());
  }

  static String ms(Duration length) {
    return String.format(Locale.ROOT, "%.1f", length.toNanos() / 1e6);
  }
}
