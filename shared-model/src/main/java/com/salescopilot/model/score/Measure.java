package com.salescopilot.model.score;

import com.salescopilot.model.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What a check measured.
///
/// @param share of its points that it earns, 0 to 1
record Measure(double share, Value value, String target, Reason reason, List<Span> spans) {
  /// Shares such as 0.1 + 0.2 are not what they are in decimals; half a point is half a point.
  private static final double SLIP = 1e-9;

  private static final int MOST_SPANS = 20;

  Measure {
    spans = List.copyOf(spans.subList(0, Math.min(spans.size(), MOST_SPANS)));
  }

  Check of(CheckId id, Yardstick yardstick) {
    int max = yardstick.weights().of(id);
    int points = (int) Math.floor(max * share + 0.5 + SLIP);
    return new Check(id, points, max, value, target, spans, reason, yardstick.of(id));
  }

  /// 0 at one value, 1 at another, in proportion between, and no further.
  static double line(double x, double zeroAt, double oneAt) {
    return Math.clamp((x - zeroAt) / (oneAt - zeroAt), 0, 1);
  }

  /// A number with at most so many decimals.
  static Value rounded(double number, int decimals) {
    return Value.number(
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).doubleValue());
  }
}
