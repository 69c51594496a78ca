package com.salescopilot.desktop.command;

import com.salescopilot.model.entity.SearchText;
import java.util.Arrays;
import java.util.OptionalInt;

/// How well a few typed letters name a text: all must stand in it in their order; letters that
/// begin words and letters that follow each other count more.
public final class Fuzzy {
  private static final int LETTER = 1;
  private static final int NEXT_TO_LAST = 6;
  private static final int WORD_START = 5;
  private static final int NONE = -1;

  private Fuzzy() {}

  /// The score, the higher the better; empty if the text is not meant.
  public static OptionalInt score(String typed, String text) {
    String wanted = SearchText.fold(typed).replaceAll("\\s+", "");
    if (wanted.isEmpty()) {
      return OptionalInt.of(0);
    }
    String in = SearchText.fold(text);
    int[] scores = new int[in.length()]; // the best one with the last letter at each place
    for (int i = 0; i < wanted.length(); i++) {
      scores = withNext(wanted.charAt(i), in, scores, i == 0);
    }
    int best = Arrays.stream(scores).max().orElse(NONE);
    return best > 0 ? OptionalInt.of(best) : OptionalInt.empty();
  }

  private static int[] withNext(char letter, String in, int[] before, boolean first) {
    int[] now = new int[in.length()];
    int left = first ? 0 : NONE; // the best score with the last letter left of here
    for (int j = 0; j < in.length(); j++) {
      now[j] = NONE;
      if (in.charAt(j) == letter && left >= 0) {
        int here = left + LETTER + (startsWord(in, j) ? WORD_START : 0);
        boolean next = !first && j > 0 && before[j - 1] >= 0;
        now[j] = next ? Math.max(here, before[j - 1] + LETTER + NEXT_TO_LAST) : here;
      }
      left = first ? 0 : Math.max(left, before[j]);
    }
    return now;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
