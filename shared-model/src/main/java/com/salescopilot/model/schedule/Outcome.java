package com.salescopilot.model.schedule;

/// How a mail of a plan is imagined to end.
public enum Outcome {
  /// It arrives and nothing comes back.
  SENT,
  /// It comes back as undeliverable, at once.
  BOUNCED,
  /// Somebody answers, a day later.
  REPLIED,
  /// A machine answers that they are away, a day later.
  OUT_OF_OFFICE,
  /// They want no more, a day later.
  UNSUBSCRIBED
}
