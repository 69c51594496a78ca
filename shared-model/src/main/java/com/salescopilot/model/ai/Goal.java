package com.salescopilot.model.ai;

import java.util.List;

/// What a letter shall become.
public enum Goal {
  /// The same in fewer words.
  SHORTER,
  /// The same in words that everybody knows, and in short sentences.
  SIMPLER,
  /// As one talks.
  FRIENDLIER,
  /// As one writes to people one does not know.
  FORMAL,
  /// Without slips.
  FIX,
  /// With one question, the last.
  ONE_ASK,
  /// As a second letter, to somebody who has not answered the first.
  FOLLOW_UP;

  /// The passes of the built-in engine, in order.
  List<Pass> passes() {
    return switch (this) {
      case SHORTER -> List.of(Pass.FILLER, Pass.PLAIN_WORDS);
      case SIMPLER -> List.of(Pass.FILLER, Pass.PLAIN_WORDS, Pass.SPLIT);
      case FRIENDLIER -> List.of(Pass.CONTRACTIONS, Pass.FRIENDLIER);
      case FORMAL -> List.of(Pass.IN_FULL, Pass.FORMAL);
      case FIX -> List.of(Pass.SLIPS);
      case ONE_ASK -> List.of(Pass.ONE_ASK);
      case FOLLOW_UP -> List.of(Pass.FOLLOW_UP, Pass.FILLER, Pass.ONE_ASK);
    };
  }
}
