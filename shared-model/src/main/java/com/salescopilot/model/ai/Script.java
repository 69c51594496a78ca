package com.salescopilot.model.ai;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// What a word is written in.
final class Script {
  private static final Set<UnicodeScript> NEUTRAL =
      Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

  private Script() {}

  /// Whether no letter is of another script: what looks like `a` may be another letter.
  static boolean isLatin(String word) {
    return word.codePoints()
        .mapToObj(UnicodeScript::of)
        .allMatch(script -> script == UnicodeScript.LATIN || NEUTRAL.contains(script));
  }
}
