package com.salescopilot.model.mail;

/// Why a mail was withdrawn.
public enum CancelReason {
  /// A person took it back.
  USER,
  /// Its campaign or enrolment stopped; it may come back.
  PAUSED,
  /// The prospect replied.
  REPLIED,
  /// The address opted out or is known to be dead.
  SUPPRESSED,
  /// Whoever it is from is no longer of the workspace.
  SENDER_GONE,
  /// It waited longer than its sender can have meant.
  EXPIRED
}
