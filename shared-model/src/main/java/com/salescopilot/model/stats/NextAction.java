package com.salescopilot.model.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What one does next about a prospect.
public enum NextAction {
  /// They wrote last, and wait for us.
  REPLY_OWED,
  /// We wrote last, some days ago, and nothing is on its way.
  FOLLOW_UP_DUE,
  /// Nothing yet.
  WAIT;

  private static final Duration SILENCE = Duration.ofDays(3);

  /// What is next.
  ///
  /// @param sent when the last mail to them left
  /// @param replied when a person there last answered
  /// @param busy whether a campaign writes to them, or a mail waits to leave
  public static NextAction of(
      Optional<Instant> sent, Optional<Instant> replied, Busy busy, Instant now) {
    if (replied.isPresent() && sent.filter(at -> !replied.get().isAfter(at)).isEmpty()) {
      return REPLY_OWED;
    }
    boolean silent = sent.filter(at -> !at.isAfter(now.minus(SILENCE))).isPresent();
    return silent && busy == Busy.NO ? FOLLOW_UP_DUE : WAIT;
  }

  /// Whether something will be written to them anyway.
  public enum Busy {
    YES,
    NO
  }
}
