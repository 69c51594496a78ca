package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;

/// What stands in quotation marks. A mark without its partner quotes all up to the sentence's end,
/// for the partner may stand in the next sentence.
final class Quotations {
  private static final String OPENING = "\"“„«»‹›‘‚「『";
  private static final String CLOSING = "\"”“»«›‹’‘」』";
  private static final String BETWEEN = "\"“”„«»‹›「」『』";

  private Quotations() {}

  static List<String> in(String sentence) {
    List<String> found = new ArrayList<>();
    if (sentence.startsWith(">")) {
      found.add(sentence.substring(1));
    }
    int open = -1;
    boolean any = false;
    for (int i = 0; i < sentence.length(); i++) {
      if (!isMark(sentence, i)) {
        continue;
      }
      if (open >= 0) {
        found.add(sentence.substring(open + 1, i));
        open = CLOSING.indexOf(sentence.charAt(i)) >= 0 ? -1 : i;
      } else {
        if (!any && !opens(sentence, i)) {
          found.add(sentence.substring(0, i));
        } else {
          open = i;
        }
      }
      any = true;
    }
    if (open >= 0) {
      found.add(sentence.substring(open + 1));
    }
    return found;
  }

  private static boolean isMark(String sentence, int i) {
    char c = sentence.charAt(i);
    if (BETWEEN.indexOf(c) >= 0) {
      return true;
    }
    boolean single = c == '\'' || c == '‘' || c == '’' || c == '‚' || c == '‹' || c == '›';
    return single && !(isWord(sentence, i - 1) && isWord(sentence, i + 1));
  }

  private static boolean opens(String sentence, int i) {
    return (OPENING.indexOf(sentence.charAt(i)) >= 0 || sentence.charAt(i) == '\'')
        && isWord(sentence, i + 1);
  }

  private static boolean isWord(String sentence, int i) {
    return i >= 0 && i < sentence.length() && Character.isLetterOrDigit(sentence.charAt(i));
  }
}
