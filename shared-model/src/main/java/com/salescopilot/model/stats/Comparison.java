package com.salescopilot.model.stats;

import java.util.List;
import java.util.Optional;

/// Whether one of several wordings is known to bring more than the others. A person picks the
/// winner; this only says how sure one can be.
public enum Comparison {
  /// The interval of the best one lies above those of all others.
  HIGH,
  /// Intervals overlap: the difference may be chance.
  LOW;

  /// Of fewer in an arm, nothing is compared.
  public static final long LEAST = 30;

  /// Compares shares; empty if there is nothing to compare, or too little.
  public static Optional<Comparison> of(List<Rate> arms) {
    if (arms.size() < 2 || arms.stream().anyMatch(arm -> arm.den() < LEAST)) {
      return Optional.empty();
    }
    return Optional.of(arms.stream().anyMatch(arm -> leads(arm, arms)) ? HIGH : LOW);
  }

  /// Whether one of the arms lies above all others with its whole interval.
  public static boolean leads(Rate arm, List<Rate> arms) {
    int above = 0;
    for (Rate other : arms) {
      above += arm.low().orElse(0) > other.high().orElse(1) ? 1 : 0;
    }
    return above == arms.size() - 1;
  }
}
