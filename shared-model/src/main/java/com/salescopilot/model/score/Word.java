package com.salescopilot.model.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word of a text: a run of letters and digits, with apostrophes and hyphens inside.
///
/// @param shown as it is written, composed (NFC), with straight apostrophes
/// @param plain the same in lower case
record Word(int start, int end, String shown, String plain) {
  private static final int SHOUTED_LETTERS = 4;

  /// The words of a text, in order.
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = end(text, at);
      words.add(of(text, at, end));
      at = end;
    }
    return words;
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      int next = end + Character.charCount(c);
      if (isPart(c) || (isJoint(c) && next < text.length() && isPart(text.codePointAt(next)))) {
        end = next;
      } else {
        break;
      }
    }
    return end;
  }

  private static Word of(String text, int start, int end) {
    String raw = text.substring(start, end).replace('’', '\'');
    String shown =
        Normalizer.isNormalized(raw, Normalizer.Form.NFC)
            ? raw
            : Normalizer.normalize(raw, Normalizer.Form.NFC);
    return new Word(start, end, shown, shown.toLowerCase(Locale.ROOT));
  }

  /// Whether it is written in capitals and long enough not to be a mere abbreviation.
  boolean isShouted() {
    int letters = 0;
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (Character.isLetter(c)) {
        if (!Character.isUpperCase(c)) {
          return false;
        }
        letters++;
      }
    }
    return letters >= SHOUTED_LETTERS;
  }

  int letters() {
    return (int) shown.codePoints().filter(Character::isLetter).count();
  }

  Span span() {
    return new Span(start, end);
  }

  /// Vowel signs and accents belong to the letter before them.
  private static boolean isPart(int c) {
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isJoint(int c) {
    return c == '\'' || c == '’' || c == '-';
  }
}
