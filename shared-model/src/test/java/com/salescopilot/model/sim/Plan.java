package com.salescopilot.model.sim;

import java.util.ArrayList;
import java.util.List;

/// What happens in a run: who moves when, and how the dice of that move fall.
///
/// @param seed draws the weather and, unless it was shrunk, the steps
record Plan(long seed, List<Step> steps) {
  static final int CLIENTS = 6;
  static final int STEPS_OF_EACH = 200;
  private static final int LONGEST_GAP = 300;

  Plan {
    steps = List.copyOf(steps);
  }

  /// One move of one client, or of the world around it.
  ///
  /// @param gap milliseconds after the step before
  /// @param dice what its choices are drawn from
  record Step(int client, int gap, long dice) {}

  static Plan of(long seed) {
    Dice dice = new Dice();
    dice.throwAnew(seed);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < CLIENTS * STEPS_OF_EACH; i++) {
      steps.add(new Step(dice.below(CLIENTS), dice.below(LONGEST_GAP), dice.nextLong()));
    }
    return new Plan(seed, steps);
  }

  /// The same without some steps.
  Plan without(int from, int to) {
    List<Step> left = new ArrayList<>(steps.subList(0, from));
    left.addAll(steps.subList(Math.min(to, steps.size()), steps.size()));
    return new Plan(seed, left);
  }
}
