package com.salescopilot.model.ai;

import java.util.Arrays;
import java.util.List;

/// Words in a row. A last `*` stands for any ending, `_` for none to two words in between.
record Phrase(List<String> parts) {
  private static final int WIDEST = 2;

  static Phrase of(String written) {
    return new Phrase(Arrays.stream(written.strip().split("\\s+")).map(Word::fold).toList());
  }

  /// The words of the first place where it stands, or an empty list.
  List<Word> in(List<Word> words) {
    for (int from = 0; from < words.size(); from++) {
      int end = end(words, from, 0);
      if (end >= 0) {
        return words.subList(from, end);
      }
    }
    return List.of();
  }

  private int end(List<Word> words, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    if (parts.get(part).equals("_")) {
      for (int skipped = 0; skipped <= WIDEST; skipped++) {
        int end = end(words, at + skipped, part + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    boolean stands = at < words.size() && matches(parts.get(part), words.get(at).fold());
    return stands ? end(words, at + 1, part + 1) : -1;
  }

  private static boolean matches(String part, String word) {
    return part.endsWith("*")
        ? word.startsWith(part.substring(0, part.length() - 1))
        : word.equals(part);
  }
}
