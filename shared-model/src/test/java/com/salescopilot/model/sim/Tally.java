package com.salescopilot.model.sim;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How often each fault happened.
final class Tally {
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

  void count(Fault fault) {
    counts.merge(fault, 1L, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach((fault, n) -> counts.merge(fault, n, Long::sum));
  }

  Set<Fault> never() {
    Set<Fault> never = EnumSet.allOf(Fault.class);
    never.removeAll(counts.keySet());
    return never;
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
