package com.salescopilot.model.sim;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How often each fault happened, and how often a program stopped at each point.
final class Tally {
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
  private final Map<Point, Long> stops = new EnumMap<>(Point.class);

  void count(Fault fault) {
    counts.merge(fault, 1L, Long::sum);
  }

  void count(Point point) {
    stops.merge(point, 1L, Long::sum);
  }

  void add(Tally other) {
    other.stops.forEach((point, n) -> stops.merge(point, n, Long::sum));
    other.counts.forEach((fault, n) -> counts.merge(fault, n, Long::sum));
  }

  Set<Fault> never() {
    Set<Fault> never = EnumSet.allOf(Fault.class);
    never.removeAll(counts.keySet());
    return never;
  }

  /// The points at which no program ever stopped.
  Set<Point> neverStoppedAt() {
    Set<Point> never = EnumSet.allOf(Point.class);
    never.removeAll(stops.keySet());
    return never;
  }

  @Override
  public String toString() {
    return counts + "; stops: " + stops;
  }
}
