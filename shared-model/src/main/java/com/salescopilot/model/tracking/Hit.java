package com.salescopilot.model.tracking;

import java.time.Instant;
import java.util.Optional;

/// A request that tells of an open, without anything that says who made it.
///
/// @param ahead whether the request says that nobody looks yet: HEAD, or a prefetch
/// @param source stands for the network it came from on that day; empty if that is not known
public record Hit(
    Proof proof, boolean ahead, AgentKind agent, Optional<String> source, Instant at) {

  /// Why it is believed.
  public enum Proof {
    /// A signed hook: whoever reports it has judged it.
    HOOK,
    /// The token of the mail.
    TOKEN,
    /// Nothing; taken only where the operator wants it so.
    NONE
  }
}
