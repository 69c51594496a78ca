package com.salescopilot.model.stats;

import java.time.Duration;
import java.util.Optional;

/// Stops a campaign or a mailbox whose mails come back or annoy, before receivers stop it.
public final class Guard {
  /// Fewer mails say nothing.
  public static final long JUDGED_FROM = 50;

  /// How far back it looks.
  public static final Duration SEEN = Duration.ofDays(7);

  private static final long BOUNCES_PER_HUNDRED = 5;
  private static final long COMPLAINTS_PER_THOUSAND = 1;

  private Guard() {}

  /// Why something was stopped.
  public enum Alarm {
    /// At least 5 % came back as undeliverable.
    GUARD_BOUNCE,
    /// At least 0.1 % were reported as unwanted.
    GUARD_COMPLAINT
  }

  /// What mails of the last 7 days brought, or of the time since somebody resumed it.
  ///
  /// @param sent arrived, as far as is known
  /// @param bounced came back
  /// @param complained were reported as unwanted
  public record Counts(long sent, long bounced, long complained) {
    /// What may be too much of it.
    public long left() {
      return sent + bounced;
    }
  }

  /// Whether it is to be stopped; a few mails say nothing.
  public static Optional<Alarm> judge(Counts counts) {
    long left = counts.left();
    if (left < JUDGED_FROM) {
      return Optional.empty();
    }
    if (counts.bounced() * 100 >= left * BOUNCES_PER_HUNDRED) {
      return Optional.of(Alarm.GUARD_BOUNCE);
    }
    return counts.complained() * 1_000 >= left * COMPLAINTS_PER_THOUSAND
        ? Optional.of(Alarm.GUARD_COMPLAINT)
        : Optional.empty();
  }
}
