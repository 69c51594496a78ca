package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of a text: a sentence, or what stands between two of them.
///
/// @param start in UTF-16 units
/// @param end the unit after it
/// @param text what stands there
record Sentence(int start, int end, String text) {
  private static final Pattern END = Pattern.compile("[.!?…。！？]+[\"'”’»)\\]]*(?=\\s|$)|(?=\\n)");
  private static final Pattern GAP = Pattern.compile("\\s+");

  boolean isGap() {
    return text.isBlank();
  }

  /// The same words, with single blanks.
  String key() {
    return isGap() ? gapKey() : Seen.line(text);
  }

  private String gapKey() {
    long breaks = text.chars().filter(c -> c == '\n').count();
    return breaks == 0 ? " " : breaks == 1 ? "\n" : "\n\n";
  }

  /// Cuts a text into sentences and gaps, which together are the text again.
  ///
  /// @param abbreviations folded, without their last dot; none of them ends a sentence
  static List<Sentence> in(String text, Set<String> abbreviations) {
    List<Sentence> found = new ArrayList<>();
    int at = 0;
    Matcher gaps = GAP.matcher(text);
    Matcher ends = END.matcher(text);
    while (at < text.length()) {
      gaps.region(at, text.length());
      if (gaps.lookingAt()) {
        found.add(cut(text, at, gaps.end()));
        at = gaps.end();
      } else {
        int end = end(text, at, ends, abbreviations);
        found.add(cut(text, at, end));
        at = end;
      }
    }
    return found;
  }

  /// The sentences of a text without the gaps.
  static List<Sentence> spoken(String text, Set<String> abbreviations) {
    return in(text, abbreviations).stream().filter(sentence -> !sentence.isGap()).toList();
  }

  private static int end(String text, int from, Matcher ends, Set<String> abbreviations) {
    int at = from;
    while (ends.find(at)) {
      boolean abbreviated =
          text.startsWith(".", ends.start())
              && abbreviations.contains(lastWord(text, from, ends.start()));
      if (!abbreviated || ends.end() == text.length()) {
        return Math.max(ends.end(), from + 1);
      }
      at = ends.end();
    }
    return text.stripTrailing().length() > from ? text.stripTrailing().length() : text.length();
  }

  private static String lastWord(String text, int from, int end) {
    int start = end;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return Word.fold(text.substring(start, end)).replaceFirst("^[(\\[\"'„“«]+", "");
  }

  private static Sentence cut(String text, int start, int end) {
    return new Sentence(start, end, text.substring(start, end));
  }
}
