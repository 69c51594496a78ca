package com.salescopilot.model.sync;

/// Why a mutation was refused. The codes travel and are stable.
public enum RejectCode {
  /// A value or field that the rules do not take.
  INVALID,
  /// The author has no right to it.
  FORBIDDEN,
  /// The row, or one it refers to, is not there.
  GONE,
  /// The row's state does not allow it.
  STATE,
  /// A campaign is not ready to start.
  PREFLIGHT,
  /// Asked too long ago to be done without asking again.
  STALE,
  /// The mail has left.
  TOO_LATE,
  /// Another row holds this address.
  DUPLICATE,
  /// The draft was sent with other content.
  ALREADY_SENT,
  /// The server failed on it twice and put it aside.
  QUARANTINED
}
