package com.salescopilot.model.schedule;

/// What an answer about the future rests on.
public enum Certainty {
  /// Everything that the server knows.
  KNOWN,
  /// What a machine has seen last; it knows of no other's mailbox.
  ESTIMATE
}
