package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes two sentences of a long one, at a conjunction that joins main clauses.
final class Split {
  private static final int LONG = 25;
  private static final int SHORTEST_PART = 5;

  private Split() {}

  static List<Edit> in(Draft draft, PhraseBook book) {
    List<Edit> edits = new ArrayList<>();
    for (Sentence sentence : draft.sentences()) {
      List<Word> words = Word.in(sentence.text());
      if (words.size() > LONG) {
        places(words, book).stream()
            .min(Comparator.comparingInt(at -> Math.abs(2 * at - words.size())))
            .map(at -> edit(sentence, words, at, book))
            .filter(edit -> draft.isMine(edit.from(), edit.to()))
            .ifPresent(edits::add);
      }
    }
    return edits;
  }

  private static List<Integer> places(List<Word> words, PhraseBook book) {
    List<Integer> places = new ArrayList<>();
    for (int i = SHORTEST_PART; i < words.size() - SHORTEST_PART; i++) {
      if (book.conjunctions().containsKey(words.get(i).fold())
          && book.subjects().contains(words.get(i + 1).fold())) {
        places.add(i);
      }
    }
    return places;
  }

  private static Edit edit(Sentence sentence, List<Word> words, int at, PhraseBook book) {
    Word before = words.get(at - 1);
    Word subject = words.get(at + 1);
    String opening = book.conjunctions().getOrDefault(words.get(at).fold(), "");
    String begins =
        opening.isEmpty() ? Swaps.capitalised(subject.text()) : opening + " " + subject.text();
    return new Edit(
        sentence.start() + before.end(), sentence.start() + subject.end(), ". " + begins);
  }
}
