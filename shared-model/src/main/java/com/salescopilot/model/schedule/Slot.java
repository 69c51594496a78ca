package com.salescopilot.model.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mail and the instant at which it leaves.
///
/// @param mailboxId that sends it
/// @param step empty for a letter by hand
/// @param reasons in order; never empty
public record Slot(
    UUID emailId, UUID mailboxId, Instant at, Optional<StepMail> step, List<Reason> reasons) {
  public Slot {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a slot has a reason");
    }
  }

  /// Which step of whom.
  ///
  /// @param position of the step, from 1
  public record StepMail(
      UUID enrolmentId, UUID campaignId, UUID prospectId, int position, Making making) {}

  /// Whether the row of a step's mail may be made now.
  public enum Making {
    /// It is there.
    MADE,
    NOW,
    /// Not before it is known how the mail before it ended, or before the prospect goes on.
    LATER
  }

  /// What holds it longest: without this one it would leave earlier.
  public ReasonCode binding() {
    return reasons.getLast().code();
  }
}
