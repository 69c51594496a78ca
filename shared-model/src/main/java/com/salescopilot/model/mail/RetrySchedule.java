package com.salescopilot.model.mail;

import com.salescopilot.model.id.Uniform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// When a mail that was refused for now is tried again.
public final class RetrySchedule {
  private static final List<Duration> FIRST_DELAYS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(60));
  private static final Duration LATER_DELAY = Duration.ofHours(4);
  private static final Duration PATIENCE = Duration.ofDays(2);
  private static final double LEAST = 0.8;
  private static final double SPREAD = 0.4;

  private RetrySchedule() {}

  /// The instant of the next attempt: after 1, 5, 15 and 60 minutes, then every 4 hours, each ± 20
  /// % by [Uniform], so that a forecast names the same instant.
  ///
  /// @param attempt how many attempts were made, from 1
  /// @param firstAttempt when the first of them was made
  /// @return empty once the next attempt would come later than 48 hours after the first
  /// @throws IllegalArgumentException if no attempt was made yet
  public static Optional<Instant> next(
      UUID emailId, int attempt, Instant firstAttempt, Instant now) {
    if (attempt < 1) {
      throw new IllegalArgumentException("A retry follows an attempt, not " + attempt + ".");
    }
    Duration delay = attempt <= FIRST_DELAYS.size() ? FIRST_DELAYS.get(attempt - 1) : LATER_DELAY;
    double factor = LEAST + SPREAD * Uniform.u("retry", emailId, attempt);
    Instant next = now.plusMillis(Math.round(delay.toMillis() * factor));
    return Optional.of(next).filter(at -> !at.isAfter(firstAttempt.plus(PATIENCE)));
  }
}
