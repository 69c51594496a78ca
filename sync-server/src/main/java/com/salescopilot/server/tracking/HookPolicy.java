package com.salescopilot.server.tracking;

import java.util.Optional;

/// Who may report opens and replies.
///
/// @param unproved whether anybody may, as the operator wants it; nothing else then stops them
/// @param secret the operator's own, good for every workspace; empty: each has its own alone
public record HookPolicy(boolean unproved, Optional<String> secret) {
  /// Without the secret.
  @Override
  public String toString() {
    return unproved ? "open" : "proof";
  }
}
