package com.salescopilot.model.ai;

import java.util.List;

/// Where a letter begins, after its greeting.
final class Opening {
  private static final int LONGEST_GREETING = 6;

  private Opening() {}

  /// The sentence that takes up an earlier letter, unless it stands there.
  static List<Edit> followUp(Draft draft, PhraseBook book) {
    return draft.text().isBlank() ? List.of() : insert(draft, book, book.followUp());
  }

  /// Puts a sentence behind the greeting, unless it stands somewhere.
  static List<Edit> insert(Draft draft, PhraseBook book, String sentence) {
    if (Word.sequence(draft.text()).contains(Word.sequence(sentence))) {
      return List.of();
    }
    List<Sentence> sentences = draft.sentences();
    int first = 0;
    while (first < sentences.size() && sentences.get(first).isGap()) {
      first++;
    }
    if (first == sentences.size()) {
      return List.of(new Edit(0, 0, sentence));
    }
    boolean greets = isGreeting(sentences.get(first), book);
    if (!greets) {
      int at = sentences.get(first).start();
      return List.of(new Edit(at, at, sentence + " "));
    }
    if (first + 2 < sentences.size()) {
      int at = sentences.get(first + 2).start();
      boolean apart = sentences.get(first + 1).text().contains("\n");
      return List.of(new Edit(at, at, sentence + (apart ? "\n\n" : " ")));
    }
    int at = sentences.get(first).end();
    return List.of(new Edit(at, at, "\n\n" + sentence));
  }

  private static boolean isGreeting(Sentence sentence, PhraseBook book) {
    List<Word> words = Word.in(Fields.masked(sentence.text()));
    return words.size() <= LONGEST_GREETING
        && !words.isEmpty()
        && book.greetings().contains(words.getFirst().fold());
  }
}
