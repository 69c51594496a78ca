package com.salescopilot.model.sim;

/// A program stopped in the middle.
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Point point;

  Crash(Point point) {
    super(point.name(), null, false, false);
    this.point = point;
  }

  Point point() {
    return point;
  }
}
