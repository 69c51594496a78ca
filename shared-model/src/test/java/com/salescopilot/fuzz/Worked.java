package com.salescopilot.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/// How long work takes the processor, whatever else the machine does meanwhile.
public final class Worked {
  private static final int TRIES = 3;

  private Worked() {}

  /// Does the work.
  ///
  /// @throws AssertionError if it takes longer than the limit three times: once may be the
  ///   collector or the compiler
  public static <T> T within(Duration limit, Supplier<T> work) {
    var threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = threads.getCurrentThreadCpuTime();
      T result = work.get();
      least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
      if (least <= limit.toNanos()) {
        return result;
      }
    }
    throw new AssertionError("it takes " + least / 1_000_000 + " ms, not " + limit.toMillis());
  }
}
