package com.salescopilot.model.schedule;

import java.time.Instant;
import java.time.LocalDate;

/// How many mails of a mailbox a day may see, for campaigns with the same cap. A campaign that may
/// send less than others waits for the next day while they go on.
final class Allowance {
  private final Quota quota;
  private final Cap cap;

  /// Before which no mail leaves, as the day before is full.
  private Instant floor = Instant.MIN;

  Allowance(Quota quota, Cap cap) {
    this.quota = quota;
    this.cap = cap;
  }

  /// What a policy says of a mailbox's days.
  ///
  /// @param most mails a day
  /// @param ramp whether fewer, if it has sent few
  record Cap(int most, boolean ramp) {
    static Cap of(Rules rules) {
      return new Cap(rules.dailyCap(), rules.ramp());
    }
  }

  Instant floor() {
    return floor;
  }

  /// Whether a mail more may leave then; if not, the floor rises to the next day.
  boolean admits(Instant at) {
    LocalDate day = quota.day(at);
    int most = cap.ramp() ? Math.min(cap.most(), quota.capacity(day)) : cap.most();
    if (quota.sent(day) < most) {
      return true;
    }
    floor = quota.start(day.plusDays(1));
    return false;
  }
}
