package com.salescopilot.desktop.dashboard;

/// An axis of counts from 0 in few round steps, so that no tick stands between two mails.
record Scale(long top, long step) {
  private static final int MOST_STEPS = 5;

  static Scale upTo(long most) {
    long step = 1;
    for (int turn = 0; step * MOST_STEPS < most; turn++) {
      step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    long steps = Math.max(1, (most + step - 1) / step);
    return new Scale(Math.max(steps, 2) * step, step);
  }
}
