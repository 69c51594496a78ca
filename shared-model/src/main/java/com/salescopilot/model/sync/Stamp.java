package com.salescopilot.model.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who changes something and when.
///
/// @param editedAt when its author made it; breaks ties between concurrent edits of a field and
///   nothing else
/// @param now when it is applied
public record Stamp(Actor actor, Instant editedAt, Instant now) {

  /// Milliseconds are what every store and every wire keeps.
  public Stamp {
    editedAt = editedAt.truncatedTo(ChronoUnit.MILLIS);
    now = now.truncatedTo(ChronoUnit.MILLIS);
  }
}
