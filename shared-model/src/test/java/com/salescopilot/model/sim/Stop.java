package com.salescopilot.model.sim;

import org.jspecify.annotations.Nullable;

/// The point at which a program stops, if it comes by; most never stop.
final class Stop {
  static final Stop NEVER = new Stop(null, 0);
  private final @Nullable Point point;
  private int passes;

  /// @param passes how often the point is passed before
  Stop(@Nullable Point point, int passes) {
    this.point = point;
    this.passes = passes;
  }

  /// @throws Crash if this step is not taken any more
  void at(Point.Step step) {
    if (point != null && point.step() == step && passes-- == 0) {
      throw new Crash(point);
    }
  }
}
