package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.schedule.State.Enrolment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mail that looks for its instant.
///
/// @param lane empty for a mail that waits for no hour: a letter by hand, or a row made for its
///   instant
/// @param member of its campaign; empty for a letter by hand
/// @param ready when it may leave at the earliest; a row not before the instant it was made for
/// @param own when it would leave if it were alone
/// @param reasons for `own`
record Candidate(
    UUID emailId,
    int priority,
    Optional<Lane> lane,
    Optional<Member> member,
    Instant ready,
    Instant own,
    List<Reason> reasons) {
  static final int BY_HAND = 0;
  static final int MADE = 1;
  static final int FOLLOW_UP = 2;
  static final int FIRST_TOUCH = 3;

  /// Rows go before what is not made yet, and what was begun is finished first. Ids are compared as
  /// they are written.
  static final Comparator<Candidate> FIRST = Candidate::first;

  /// Whose mail, and what is to come of the one before.
  ///
  /// @param effect of the mail before, which may come first
  record Member(Enrolment enrolment, int position, Slot.Making making, Optional<Effect> effect) {}

  /// What happens to an enrolment because of a mail.
  ///
  /// @param resumeAt when it goes on after being `PAUSED`
  record Effect(Instant at, EnrolmentStatus status, Optional<Instant> resumeAt) {}

  /// Written out, as a third of a plan's time goes by here.
  private static int first(Candidate one, Candidate other) {
    int order = Integer.compare(one.priority, other.priority);
    if (order == 0) {
      order = one.ready.compareTo(other.ready);
    }
    return order == 0 ? compare(one.emailId, other.emailId) : order;
  }

  static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
