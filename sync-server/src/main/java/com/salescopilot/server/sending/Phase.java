package com.salescopilot.server.sending;

/// How far a queued mail is.
enum Phase {
  /// Waits for its time or its turn.
  QUEUED,
  /// A worker has it; it can still be taken back.
  CLAIMED,
  /// The final dot may be on its way; nobody can take it back.
  DOT
}
