package com.salescopilot.model.sim;

import java.util.Optional;

/// Takes steps out of a failing run as long as the same oracle still sees it fail.
final class Shrinker {
  private static final int MOST_RUNS = 400;

  private final Bug bug;
  private int runs;

  Shrinker(Bug bug) {
    this.bug = bug;
  }

  Plan shrink(Plan failing, Oracle oracle) {
    Plan least = failing;
    for (int size = failing.steps().size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < least.steps().size() && runs < MOST_RUNS; ) {
        Plan less = least.without(from, from + size);
        if (fails(less, oracle)) {
          least = less;
        } else {
          from += size;
        }
      }
    }
    return least;
  }

  private boolean fails(Plan plan, Oracle oracle) {
    runs++;
    Optional<Broken> broken = Search.broken(plan, bug);
    return broken.map(Broken::oracle).equals(Optional.of(oracle));
  }
}
