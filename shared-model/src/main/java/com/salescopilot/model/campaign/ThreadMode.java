package com.salescopilot.model.campaign;

/// Whether a step goes on in the conversation of the one before it.
public enum ThreadMode {
  /// An answer to the step before, under its subject.
  REPLY,
  /// A mail of its own.
  NEW
}
