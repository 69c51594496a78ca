package com.salescopilot.model.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the sender's own mails say of a check: how many that reached all its points were answered,
/// and how many of the others.
public record Own(Rate inside, Rate outside) {

  /// Whether those inside were answered more often for sure, or less, or nobody knows.
  public int verdict() {
    if (inside.low().orElse(0) > outside.high().orElse(1)) {
      return 1;
    }
    return outside.low().orElse(0) > inside.high().orElse(1) ? -1 : 0;
  }

  /// As it is answered and kept.
  Value.Fields value() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("inside", value(inside));
    members.put("outside", value(outside));
    return new Value.Fields(members);
  }

  private static Value value(Rate rate) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("num", Value.whole(rate.num()));
    members.put("den", Value.whole(rate.den()));
    rate.rate().ifPresent(share -> members.put("rate", Value.number(share)));
    rate.low().ifPresent(share -> members.put("low", Value.number(share)));
    rate.high().ifPresent(share -> members.put("high", Value.number(share)));
    return new Value.Fields(members);
  }

  /// Reads what [#value] wrote; empty where it is something else, or one side is empty: then there
  /// is nothing to compare.
  static Optional<Own> of(JsonNode json) {
    return rate(json.path("inside"))
        .flatMap(inside -> rate(json.path("outside")).map(outside -> new Own(inside, outside)));
  }

  private static Optional<Rate> rate(JsonNode json) {
    long num = json.path("num").asLong(-1);
    long den = json.path("den").asLong(0);
    return num < 0 || den <= 0 || num > den ? Optional.empty() : Optional.of(new Rate(num, den));
  }
}
