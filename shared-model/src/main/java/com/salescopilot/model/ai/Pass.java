package com.salescopilot.model.ai;

import java.util.List;

/// One kind of change that the built-in engine makes; its name is the reason of the change.
enum Pass {
  FILLER,
  PLAIN_WORDS,
  CONTRACTIONS,
  IN_FULL,
  SPLIT,
  ONE_ASK,
  FRIENDLIER,
  FORMAL,
  SLIPS,
  FOLLOW_UP;

  /// What this pass would change, in order and apart from each other.
  List<Edit> edits(Draft draft, PhraseBook book) {
    return switch (this) {
      case FILLER -> Whole.filler(draft, book);
      case PLAIN_WORDS -> Swaps.in(draft, book.plain());
      case CONTRACTIONS -> Swaps.in(draft, book.contractions());
      case IN_FULL -> Swaps.in(draft, book.inFull());
      case FRIENDLIER -> Swaps.in(draft, book.friendlier());
      case FORMAL -> Swaps.in(draft, book.formal());
      case SPLIT -> Split.in(draft, book);
      case ONE_ASK -> Whole.asks(draft);
      case SLIPS -> Slips.in(draft, book);
      case FOLLOW_UP -> Opening.followUp(draft, book);
    };
  }
}
