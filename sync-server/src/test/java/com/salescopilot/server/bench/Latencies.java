package com.salescopilot.server.bench;

import java.util.Arrays;
import java.util.Locale;

/// How long things took.
final class Latencies {
  private long[] nanos = new long[1_024];
  private int count;

  synchronized void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  synchronized int count() {
    return count;
  }

  /// In milliseconds, the time within which this part of all was done; NaN if there was none.
  synchronized double millis(double part) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return at(sorted, part);
  }

  /// `p50 …, p99 …, max …`.
  synchronized String words() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (%d)",
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1),
        count);
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
  }
}
