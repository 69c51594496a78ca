package com.salescopilot.model.schedule;

/// What moved the instant at which a mail leaves, in the order in which it can.
public enum ReasonCode {
  /// The days between two steps.
  DELAY,
  /// The days in which its campaign was paused do not count.
  PAUSED_FOR,
  /// The prospect was paused until then.
  RESUME_AT,
  /// The campaign begins then.
  START_DATE,
  /// Its sender may take it back until then, or chose the time.
  UNDO,
  /// A holiday of the recipient.
  HOLIDAY,
  /// Outside the recipient's hours.
  WINDOW,
  /// Outside the mailbox's hours.
  MAILBOX_WINDOW,
  /// Other mails of the mailbox go before it.
  QUEUE,
  /// The pause between two mails of the mailbox.
  GAP,
  /// The mailbox has sent all that it may in a day.
  CAP,
  /// Nothing: it leaves now.
  DUE
}
