package com.salescopilot.server.events;

import java.time.Duration;

/// How often an event that a consumer cannot take up is tried again.
///
/// @param first pause after the first failure; each further one doubles it
/// @param most attempts, after which the event is dead until an admin has it tried again
public record Retries(Duration first, int most) {
  private static final int LONGEST_DOUBLING = 12;

  /// A second, two, four …: seventeen minutes in all.
  public static final Retries STANDARD = new Retries(Duration.ofSeconds(1), 10);

  /// The pause after that many failed attempts.
  Duration after(int attempts) {
    return first.multipliedBy(1L << Math.min(attempts - 1, LONGEST_DOUBLING));
  }
}
