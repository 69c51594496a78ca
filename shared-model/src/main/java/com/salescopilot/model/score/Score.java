package com.salescopilot.model.score;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How good a letter is, and why.
///
/// @param score 0 to 100; at most 40 with a blocker
/// @param raw 0 to 100, whatever stands in the way: with standard weights the sum of the points if
///   no check was left out
/// @param model the rules and weights that judged
/// @param checks without those that do not apply
public record Score(
    int score, int raw, Band band, String model, List<Check> checks, List<Blocker> blockers) {
  private static final int MOST_BLOCKED = 40;

  public Score {
    checks = List.copyOf(checks);
    blockers = List.copyOf(blockers);
  }

  static Score of(List<Check> checks, List<Blocker> blockers, Weights weights) {
    int points = checks.stream().mapToInt(Check::points).sum();
    int max = checks.stream().mapToInt(Check::max).sum();
    int raw = max == 0 ? 0 : (200 * points + max) / (2 * max); // half up
    int score = blockers.isEmpty() ? raw : Math.min(raw, MOST_BLOCKED);
    return new Score(score, raw, Band.of(score), weights.model(), checks, blockers);
  }

  /// As it is answered and kept.
  public Value.Fields value() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("score", Value.whole(score));
    members.put("raw", Value.whole(raw));
    members.put("band", Value.text(band.name()));
    members.put("model", Value.text(model));
    members.put("checks", new Value.Items(checks.stream().map(Check::json).toList()));
    members.put("blockers", new Value.Items(blockers.stream().map(Blocker::value).toList()));
    return new Value.Fields(members);
  }

  /// The same bytes for the same mail on every machine.
  public String canonical() {
    return CanonicalJson.of(value());
  }
}
