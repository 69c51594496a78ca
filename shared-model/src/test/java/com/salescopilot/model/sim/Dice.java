package com.salescopilot.model.sim;

import java.util.List;
import java.util.random.RandomGenerator;

/// All chance of a run. Each step and each event throws anew from a seed of its own, so that a step
/// taken out of a run changes the others as little as can be.
final class Dice implements RandomGenerator {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
  private long state;

  void throwAnew(long seed) {
    state = seed;
  }

  /// SplitMix64.
  @Override
  public long nextLong() {
    state += GOLDEN;
    return mixed(state);
  }

  static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  boolean oneIn(int n) {
    return below(n) == 0;
  }

  /// True so many times in a thousand.
  boolean perMille(int n) {
    return below(1_000) < n;
  }

  int below(int bound) {
    return (int) ((nextLong() >>> 33) % bound);
  }

  <T> T of(List<T> some) {
    return some.get(below(some.size()));
  }

  @SafeVarargs
  final <T> T of(T... some) {
    return some[below(some.length)];
  }
}
