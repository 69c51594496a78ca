package com.salescopilot.desktop.dashboard;

import com.salescopilot.model.stats.Momentum;
import com.salescopilot.model.stats.NextAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A prospect whom our mails move just now.
///
/// @param who as one speaks of them
/// @param company where they work, if that is known
record Mover(UUID prospect, String who, String company, Momentum momentum, NextAction next) {

  /// When they last gave a sign.
  static Instant last(Momentum momentum) {
    return momentum.reasons().stream()
        .map(reason -> reason.signal().at())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
