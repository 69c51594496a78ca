package com.salescopilot.model.mail;

/// Why a mail has no instant at which it leaves. The same word in the plan, in the answer to "why",
/// and in the queue of the worker that refuses it.
public enum HeldCode {
  /// Its campaign has not been started.
  CAMPAIGN_DRAFT,
  /// Its campaign was stopped, by a person or by a guard.
  CAMPAIGN_PAUSED,
  /// Its campaign is over, or would be by then.
  CAMPAIGN_ENDED,
  /// The prospect was paused in the campaign, with no end.
  ENROLMENT_PAUSED,
  /// The prospect is out of the campaign: replied, bounced, excluded.
  ENROLMENT_ENDED,
  /// There is nothing to send it with.
  NO_MAILBOX,
  /// The mailbox stopped sending.
  MAILBOX_PAUSED,
  /// The address, its domain or its owner must not be written to.
  SUPPRESSED,
  /// Whoever it is from is no longer of the workspace.
  SENDER_GONE,
  /// A field that its text needs is empty.
  EMPTY_FIELD,
  /// How the mail before it ended is not known.
  WAITING_OUTCOME,
  /// No hour in a year is open.
  NO_WINDOW,
  /// Later than was asked for.
  BEYOND_HORIZON,
  /// The server was restored from a backup, and the mail may have left since.
  RESTORED,
  /// Send was pressed long ago, offline.
  STALE,
  /// The time in which its sender may take it back, or the time its sender chose.
  UNDO,
  /// It waited too long for a person.
  EXPIRED,
  /// No mail server carries such an address.
  BAD_ADDRESS,
  /// The mailbox has not been read lately, so a reply may be waiting there.
  UNREAD,
  /// Its turn has not come, or was missed: the plan says when it leaves, and what holds it until
  /// then.
  OUTSIDE_SLOT,
  /// The provider takes no more for now.
  PROVIDER_LIMIT
}
