package com.salescopilot.model.campaign;

import com.salescopilot.model.id.Uniform;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// Who gets which wording of a step.
public final class Variants {
  private Variants() {}

  /// The letter of the variant that an enrolment gets: by chance that is the same on every machine
  /// and in every rotation, in proportion to the weights.
  ///
  /// @param weights by letter; a weight of 0 gets nobody
  /// @return empty if no variant has a weight
  public static Optional<String> of(
      UUID enrolment, int position, SortedMap<String, Integer> weights) {
    long all = weights.values().stream().mapToLong(Integer::longValue).sum();
    double x = Uniform.u("ab", enrolment, position) * all;
    long reached = 0;
    for (Map.Entry<String, Integer> variant : weights.entrySet()) {
      reached += variant.getValue();
      if (reached > x) {
        return Optional.of(variant.getKey());
      }
    }
    return Optional.empty();
  }
}
