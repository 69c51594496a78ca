package com.salescopilot.server;

/// The server will not start, and the operator can do something about it.
@SuppressWarnings("serial") // never serialised
public final class StartRefused extends RuntimeException {
  /// A refusal.
  ///
  /// @param sentence what is wrong and which setting or file to change; printed as it is
  public StartRefused(String sentence) {
    super(sentence);
  }
}
