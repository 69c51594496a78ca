package com.salescopilot.model.stats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// A share with what it is a share of, and the interval in which the true share lies with 95 %
/// confidence: one reply to two mails is not better than ten to fifty.
///
/// The interval is Wilson's score interval (E. B. Wilson, JASA 22, 1927), which stays within 0 and
/// 1 and is honest for few mails and for rates near 0. Values are rounded to 4 decimals.
///
/// @param num how many did
/// @param den out of how many
public record Rate(long num, long den) {
  /// The 97.5 % quantile of the normal distribution.
  private static final double Z = 1.959964;

  private static final int DECIMALS = 4;

  public Rate {
    if (num < 0 || num > den) {
      throw new IllegalArgumentException("a share of " + num + " out of " + den);
    }
  }

  /// The share; empty if there was nothing to have a share in.
  public OptionalDouble rate() {
    return known(n -> num / n);
  }

  /// The least that the true share may be.
  public OptionalDouble low() {
    return known(n -> Math.max(0, centre(n) - halfWidth(n)));
  }

  /// The most that the true share may be.
  public OptionalDouble high() {
    return known(n -> Math.min(1, centre(n) + halfWidth(n)));
  }

  /// `{"num":310,"den":900,"rate":0.3444,"low":0.3141,"high":0.3761}`, the last three null without
  /// anything to have a share in.
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("num", num).put("den", den);
    put(json, "rate", rate());
    put(json, "low", low());
    put(json, "high", high());
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(name, value.getAsDouble());
    } else {
      json.putNull(name);
    }
  }

  private double centre(double n) {
    return (num / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double halfWidth(double n) {
    double share = num / n;
    return Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
  }

  private OptionalDouble known(DoubleUnaryOperator of) {
    return den == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(rounded(of.applyAsDouble((double) den)));
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }
}
