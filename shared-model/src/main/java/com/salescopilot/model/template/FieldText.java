package com.salescopilot.model.template;

import java.text.Normalizer;

/// What is left of a value once it is fit for a line of text.
final class FieldText {
  static final int MAX_CODE_POINTS = 500;

  private FieldText() {}

  /// Composed (NFC), with one blank for every run of whitespace and controls, and none at the ends;
  /// empty if nothing in it can be seen.
  static String of(String value) {
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(
            c -> {
              if (!isGap(c)) {
                out.appendCodePoint(c);
              } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
              }
            });
    String text = out.toString().stripTrailing();
    return text.codePoints().allMatch(FieldText::isInvisible) ? "" : text;
  }

  static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > MAX_CODE_POINTS;
  }

  /// Whether a code point separates words; half a surrogate pair is no character, so it does.
  static boolean isGap(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isInvisible(int c) {
    return c == ' ' || Character.getType(c) == Character.FORMAT;
  }
}
