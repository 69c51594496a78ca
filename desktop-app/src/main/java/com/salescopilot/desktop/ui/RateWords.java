package com.salescopilot.desktop.ui;

import com.salescopilot.model.stats.Rate;
import java.text.NumberFormat;

/// A share in words: with what it is a share of and the interval of the true one, and without
/// percents where they would only look like knowledge.
public final class RateWords {
  /// Of fewer, no percents are said.
  public static final long LEAST = 30;

  private RateWords() {}

  /// "31 % of 412 (27–36 %)", or "12 of 23, n too small".
  ///
  /// @param none what is said where there is nothing to have a share in
  public static String of(Rate rate, Texts texts, String none) {
    if (rate.den() == 0) {
      return none;
    }
    if (rate.den() < LEAST) {
      return texts.get(RateWords.class, "rate.few", rate.num(), rate.den());
    }
    NumberFormat whole = NumberFormat.getIntegerInstance(texts.locale());
    return texts.get(
        RateWords.class,
        "rate.known",
        percent(rate.rate().orElse(0), whole),
        rate.den(),
        percent(rate.low().orElse(0), whole),
        percent(rate.high().orElse(1), whole));
  }

  private static String percent(double share, NumberFormat whole) {
    return whole.format(Math.round(share * 100));
  }
}
