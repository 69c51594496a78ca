package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/// Puts other words in the place of some, and keeps the capital that begins a sentence.
final class Swaps {
  private Swaps() {}

  static List<Edit> in(Draft draft, List<PhraseBook.Swap> swaps) {
    List<Edit> edits = new ArrayList<>();
    boolean[] taken = new boolean[draft.text().length() + 1];
    for (PhraseBook.Swap swap : swaps) {
      Matcher found = swap.pattern().matcher(draft.text());
      while (found.find()) {
        Edit edit = edit(draft, found, swap.text());
        if (draft.isMine(edit.from(), edit.to())
            && !edit.text().equals(draft.text().substring(edit.from(), edit.to()))
            && isFree(taken, edit)) {
          Arrays.fill(taken, edit.from(), edit.to() + 1, true);
          edits.add(edit);
        }
      }
    }
    return edits;
  }

  private static Edit edit(Draft draft, Matcher found, String text) {
    boolean capital = Character.isUpperCase(draft.text().codePointAt(found.start()));
    if (!text.isEmpty()) {
      return new Edit(found.start(), found.end(), capital ? capitalised(text) : text);
    }
    int to = found.end();
    while (to < draft.text().length() && ", ".indexOf(draft.text().charAt(to)) >= 0) {
      to++;
    }
    boolean more = to < draft.text().length() && Character.isLetter(draft.text().charAt(to));
    if (!more) {
      return new Edit(found.start(), found.start(), ""); // nothing follows that could stand alone
    }
    return draft.begins(found.start())
        ? new Edit(
            found.start(), to + 1, draft.text().substring(to, to + 1).toUpperCase(Locale.ROOT))
        : new Edit(found.start(), to, "");
  }

  private static boolean isFree(boolean[] taken, Edit edit) {
    for (int i = edit.from(); i <= edit.to(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  static String capitalised(String text) {
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }
}
