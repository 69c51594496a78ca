package com.salescopilot.desktop.synccentre;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two texts as one: what both have, what only one has, word by word.
final class TextDiff {
  /// Beyond this many pairs of words it is not worth the wait: one text, then the other.
  private static final long MOST_PAIRS = 4_000_000;

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|.", Pattern.DOTALL);

  private TextDiff() {}

  /// Whose a piece is.
  enum Whose {
    BOTH,
    THEIRS,
    MINE
  }

  /// A stretch of the text.
  record Piece(Whose whose, String text) {}

  static List<Piece> of(String theirs, String mine) {
    List<String> left = words(theirs);
    List<String> right = words(mine);
    List<Piece> pieces = new ArrayList<>();
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      add(pieces, Whose.THEIRS, theirs);
      add(pieces, Whose.MINE, mine);
      return pieces;
    }
    int[][] common = common(left, right);
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      boolean same = i < left.size() && j < right.size() && left.get(i).equals(right.get(j));
      if (same) {
        add(pieces, Whose.BOTH, left.get(i));
        i++;
        j++;
      } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Whose.THEIRS, left.get(i++));
      } else {
        add(pieces, Whose.MINE, right.get(j++));
      }
    }
    return pieces;
  }

  /// How many words the rest of one and the rest of the other have in common.
  private static int[][] common(List<String> left, List<String> right) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Piece> pieces, Whose whose, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!pieces.isEmpty() && pieces.getLast().whose() == whose) {
      pieces.add(new Piece(whose, pieces.removeLast().text() + text));
    } else {
      pieces.add(new Piece(whose, text));
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
