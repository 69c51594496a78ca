package com.salescopilot.model.mail;

/// Where a mail stands. [EmailTransitions] says which may follow which.
public enum EmailStatus {
  /// Waits for its time or its turn.
  PENDING_SEND,
  /// A worker holds it; it may still be withdrawn until the final dot is marked.
  SENDING,
  /// The receiving server accepted it.
  SENT,
  /// It did not leave and will not by itself.
  FAILED,
  /// The address takes no mail.
  BOUNCED,
  /// Accepted or not: unknowable, shown, never sent again without a person.
  UNCONFIRMED,
  /// Withdrawn before it left; a [CancelReason] says why.
  CANCELLED
}
