package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;

/// Takes out whole sentences.
final class Whole {
  private Whole() {}

  /// Those that say nothing, as long as something is left.
  static List<Edit> filler(Draft draft, PhraseBook book) {
    List<Edit> edits = new ArrayList<>();
    List<Sentence> sentences = draft.sentences();
    long left = sentences.stream().filter(sentence -> !sentence.isGap()).count();
    for (int i = 0; i < sentences.size() && left > 1 && edits.isEmpty(); i++) {
      Sentence sentence = sentences.get(i);
      if (isMine(draft, sentence) && book.filler().contains(Word.sequence(sentence.text()))) {
        edits.add(draft.without(i));
      }
    }
    return edits;
  }

  /// The first of several questions; what is asked last is what the letter asks for.
  static List<Edit> asks(Draft draft) {
    List<Integer> asks = new ArrayList<>();
    for (int i = 0; i < draft.sentences().size(); i++) {
      Sentence sentence = draft.sentences().get(i);
      if (sentence.text().contains("?") && isMine(draft, sentence)) {
        asks.add(i);
      }
    }
    return asks.size() < 2 ? List.of() : List.of(draft.without(asks.getFirst()));
  }

  private static boolean isMine(Draft draft, Sentence sentence) {
    return !sentence.isGap() && draft.isMine(sentence.start(), sentence.end());
  }
}
