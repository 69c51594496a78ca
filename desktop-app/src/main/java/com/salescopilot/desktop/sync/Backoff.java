package com.salescopilot.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after a failure: anything up to a limit that doubles with each one in a row, so
/// that clients that failed together do not come back together.
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// The wait after another failure.
  ///
  /// @param least what the server asked for
  Duration next(Duration least) {
    long limit = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 20));
    failures++;
    Duration wait = Duration.ofMillis(random.nextLong(limit + 1));
    return wait.compareTo(least) > 0 ? wait : least;
  }

  /// Something worked.
  void reset() {
    failures = 0;
  }
}
