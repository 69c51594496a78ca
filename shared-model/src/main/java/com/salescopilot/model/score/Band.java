package com.salescopilot.model.score;

/// What a score means.
public enum Band {
  /// From 80: nothing worth the time is left to do.
  READY,
  /// From 60: good enough, and could be better.
  FINE,
  /// Below: worth another look.
  WORK;

  private static final int READY_FROM = 80;
  private static final int FINE_FROM = 60;

  static Band of(int score) {
    return score >= READY_FROM ? READY : score >= FINE_FROM ? FINE : WORK;
  }
}
