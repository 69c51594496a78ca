package com.salescopilot.server.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides what must not leave behind marks, and puts it back where the marks come back.
final class Curtain {
  private static final Pattern MARK = Pattern.compile("⟦(\\d+)⟧");
  private static final int FEWEST_DIGITS = 8;

  private final Dlp dlp;
  private final List<String> hidden = new ArrayList<>();

  Curtain(Dlp dlp) {
    this.dlp = dlp;
  }

  /// The text as it may leave.
  String hide(String text) {
    if (dlp == Dlp.OFF) {
      return text;
    }
    String less = text;
    for (Pattern kind : Dlp.kinds()) {
      less = kind.matcher(less).replaceAll(found -> Matcher.quoteReplacement(mark(found.group())));
    }
    return less;
  }

  /// Whether something was hidden that may not even be spoken around.
  boolean forbids() {
    return dlp == Dlp.BLOCK && !hidden.isEmpty();
  }

  /// The text with what was hidden.
  String show(String text) {
    return MARK.matcher(text)
        .replaceAll(
            mark -> {
              int at = Integer.parseInt(mark.group(1));
              return Matcher.quoteReplacement(at < hidden.size() ? hidden.get(at) : mark.group());
            });
  }

  private String mark(String found) {
    long digits = found.chars().filter(Character::isDigit).count();
    boolean word = found.chars().anyMatch(Character::isLetter);
    if (!word && digits < FEWEST_DIGITS) {
      return found; // too short for a telephone number
    }
    hidden.add(found);
    return "⟦" + (hidden.size() - 1) + "⟧";
  }
}
