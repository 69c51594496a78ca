package com.salescopilot.model.ai;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run of letters and digits.
///
/// @param start in UTF-16 units
/// @param end the unit after it
/// @param text as written
/// @param fold without case and with one spelling of characters that look alike (NFKC)
record Word(int start, int end, String text, String fold) {
  /// What an apostrophe leaves of a word, or `we'll` would be no `we will`.
  private static final Map<String, String> SHORTENED =
      Map.of("ll", "will", "re", "are", "ve", "have", "m", "am");

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String fold = fold(runs.group());
      boolean shortened = runs.start() > 0 && "'’".indexOf(text.charAt(runs.start() - 1)) >= 0;
      words.add(
          new Word(
              runs.start(),
              runs.end(),
              runs.group(),
              shortened ? SHORTENED.getOrDefault(fold, fold) : fold));
    }
    return words;
  }

  /// The words of a text, folded, each between blanks: a run of words is in it if its own such text
  /// is.
  static String sequence(String text) {
    StringBuilder out = new StringBuilder(" ");
    in(text).forEach(word -> out.append(word.fold()).append(' '));
    return out.toString();
  }

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  boolean isCapitalised() {
    return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
  }

  /// `IBM`, `eBay`: more than its first letter is a capital.
  boolean isShouted() {
    return text.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }
}
