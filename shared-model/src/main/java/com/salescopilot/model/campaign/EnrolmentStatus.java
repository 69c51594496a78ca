package com.salescopilot.model.campaign;

/// Where a prospect stands in a campaign, declared from the lowest rank to the highest.
///
/// Events propose a status and the higher rank stays, so the order in which they arrive is
/// irrelevant. Only commands go down.
public enum EnrolmentStatus {
  ACTIVE,
  /// Stopped until its `resumeAt`, or until a person resumes it.
  PAUSED,
  /// Taken out, by a person or because a colleague replied.
  EXCLUDED,
  /// Got the last step.
  COMPLETED,
  FAILED,
  BOUNCED,
  REPLIED,
  UNSUBSCRIBED;

  /// The higher of two: commutative, associative, idempotent.
  public EnrolmentStatus join(EnrolmentStatus proposed) {
    return outranks(proposed) ? this : proposed;
  }

  /// Whether this status stays when the other is proposed.
  public boolean outranks(EnrolmentStatus other) {
    return compareTo(other) > 0;
  }

  /// Whether no further mail of the campaign leaves without a command.
  public boolean isFinal() {
    return outranks(PAUSED);
  }
}
