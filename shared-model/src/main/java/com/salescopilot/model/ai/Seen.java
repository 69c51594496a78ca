package com.salescopilot.model.ai;

import java.text.Normalizer;

/// Text as a person sees it: what is hidden in it says nothing to a reader, so it must say nothing
/// to a model either.
final class Seen {
  private static final int FILLER = 0x3164;
  private static final int HALF_FILLER = 0xFFA0;

  private Seen() {}

  /// Composed (NFC), without zero-width and bidirectional marks, tag characters, variation
  /// selectors and controls; line ends become `\n`.
  static String text(String raw) {
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n');
    StringBuilder out = new StringBuilder(lines.length());
    lines
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) && c != '\n') {
                out.append(' ');
              } else if (!isUnseen(c)) {
                out.appendCodePoint(c);
              }
            });
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// The same on one line, with single blanks.
  static String line(String raw) {
    return text(raw).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x115F && c <= 0x1160)
        || c == 0x034F
        || c == 0x2800
        || c == FILLER
        || c == HALF_FILLER;
  }
}
