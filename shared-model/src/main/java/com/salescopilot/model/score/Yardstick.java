package com.salescopilot.model.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What letters are judged by: what each check is worth in the workspace, and what the sender's own
/// mails showed. The server tells it to desks, which keep it for when there is no network; the same
/// yardstick gives the same bytes.
///
/// @param own only where enough mails were sent and answered
public record Yardstick(Weights weights, Map<CheckId, Own> own) {
  /// Before anything is known.
  public static final Yardstick STANDARD = new Yardstick(Weights.STANDARD, Map.of());

  private static final double MORE = 1.5;
  private static final double LESS = 0.5;
  private static final double HALF = 0.5;
  private static final int MOST = 100;

  public Yardstick {
    own = Map.copyOf(own);
  }

  /// Reads what [#value] wrote, or parts of it. What is no weight of 0 to 100 and no pair of rates
  /// counts as not said.
  ///
  /// @param weights points by the names of checks
  /// @param own pairs of rates by the names of checks
  public static Yardstick of(JsonNode weights, JsonNode own) {
    Map<CheckId, Integer> changed = new EnumMap<>(CheckId.class);
    Map<CheckId, Own> known = new EnumMap<>(CheckId.class);
    for (CheckId check : CheckId.values()) {
      JsonNode points = weights.path(check.id());
      if (points.isIntegralNumber() && points.canConvertToInt() && isWeight(points.asInt())) {
        changed.put(check, points.asInt());
      }
      Own.of(own.path(check.id())).ifPresent(rates -> known.put(check, rates));
    }
    return new Yardstick(Weights.with(changed), known);
  }

  private static boolean isWeight(int points) {
    return points >= 0 && points <= MOST;
  }

  /// What the own mails say of a check.
  Optional<Own> of(CheckId check) {
    return Optional.ofNullable(own.get(check));
  }

  /// What the checks might be worth by what the own mails showed: more where those inside were
  /// answered more often for sure, less where they were answered less. An admin decides.
  public Weights proposed() {
    Map<CheckId, Integer> points = new EnumMap<>(CheckId.class);
    for (CheckId check : CheckId.values()) {
      int now = weights.of(check);
      int verdict = of(check).map(Own::verdict).orElse(0);
      double factor = verdict == 0 ? 1 : verdict > 0 ? MORE : LESS;
      points.put(check, (int) Math.min(MOST, Math.floor(now * factor + HALF)));
    }
    return new Weights(points);
  }

  /// As it is answered and kept.
  public Value.Fields value() {
    SortedMap<String, Value> members = new TreeMap<>();
    SortedMap<String, Value> rates = new TreeMap<>();
    own.forEach((check, pair) -> rates.put(check.id(), pair.value()));
    members.put("model", Value.text(weights.model()));
    members.put("weights", weights.value());
    members.put("own", new Value.Fields(rates));
    members.put("proposed", proposed().value());
    return new Value.Fields(members);
  }

  /// The same bytes for the same yardstick.
  public String canonical() {
    return CanonicalJson.of(value());
  }
}
