package com.salescopilot.model.stats;

import java.time.Instant;
import java.util.UUID;

/// Something a prospect did with a mail.
///
/// @param mail which one
public record Signal(Kind kind, UUID mail, Instant at) {

  /// What it was, and how much it says of somebody's interest.
  public enum Kind {
    /// A reply that says yes, or asks for more.
    REPLY_POSITIVE(15),
    /// Any other reply by a person.
    REPLY(10),
    /// A link was followed by a person.
    CLICK(4),
    /// The mail was opened by a person.
    OPEN(1);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }
}
