package com.salescopilot.server.keys;

/// The master keys cannot be used as they are. The message is for the operator: what is so, and
/// what to do.
@SuppressWarnings("serial") // never serialised
public final class KeysRefused extends RuntimeException {
  KeysRefused(String sentence) {
    super(sentence);
  }
}
