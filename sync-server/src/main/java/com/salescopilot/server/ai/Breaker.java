package com.salescopilot.server.ai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Leaves an engine alone for a while after it failed several times in a row. Then one question is
/// let through, and how that goes decides.
final class Breaker {
  private static final int MOST_FAILURES = 5;
  private static final Duration REST = Duration.ofSeconds(60);

  private final InstantSource clock;
  private int failures;
  private Instant until = Instant.MIN;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether a question may go out now.
  synchronized boolean lets() {
    if (failures < MOST_FAILURES) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return false;
    }
    until = now.plus(REST); // the others wait for this one
    return true;
  }

  synchronized void worked() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    until = clock.instant().plus(REST);
  }
}
