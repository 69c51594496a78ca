package com.salescopilot.model.ai;

import java.util.List;
import java.util.Optional;

/// The names in a sentence: words with a capital that neither begin it nor always have one.
final class Names {
  private static final String FRESH_START = ":–—(\"“„«»•*-‘";

  private final Source source;
  private final Lexicon lexicon;
  private final String sentence;
  private final List<Word> words;

  Names(Source source, Lexicon lexicon, String sentence, List<Word> words) {
    this.source = source;
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.words = words;
  }

  /// The first name that the source does not know, or the first two that it does not know together.
  Optional<String> unknown() {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!word.isCapitalised() || isOrdinary(i)) {
        continue;
      }
      if (!isKnown(word.fold())) {
        return Optional.of(word.text());
      }
      if (i > 0 && isNameBefore(i) && !source.sequences().contains(pair(i))) {
        return Optional.of(sentence.substring(words.get(i - 1).start(), word.end()));
      }
    }
    return Optional.empty();
  }

  private boolean isNameBefore(int i) {
    Word before = words.get(i - 1);
    String between = sentence.substring(before.end(), words.get(i).start());
    return between.matches("[ \u00A0-]") && before.isCapitalised() && !isOrdinary(i - 1);
  }

  private String pair(int i) {
    return " " + words.get(i - 1).fold() + " " + words.get(i).fold() + " ";
  }

  private boolean isKnown(String fold) {
    return source.words().contains(fold)
        || (fold.length() > 3
            && fold.endsWith("s")
            && source.words().contains(fold.substring(0, fold.length() - 1)));
  }

  private boolean isOrdinary(int i) {
    Word word = words.get(i);
    if (word.isShouted()) {
      return lexicon.common().contains(word.fold()) && word.text().length() <= 3;
    }
    return lexicon.isCommon(word.fold()) || (isFreshStart(i) && isStarter(i));
  }

  private boolean isFreshStart(int i) {
    return i == 0
        || FRESH_START.indexOf(
                sentence.substring(0, words.get(i).start()).stripTrailing().isEmpty()
                    ? ':'
                    : lastBefore(words.get(i).start()))
            >= 0;
  }

  private char lastBefore(int at) {
    String before = sentence.substring(0, at).stripTrailing();
    return before.charAt(before.length() - 1);
  }

  private boolean isStarter(int i) {
    String fold = words.get(i).fold();
    boolean asks =
        i + 1 < words.size()
            && lexicon.pronouns().contains(words.get(i + 1).fold())
            && lexicon.starters().contains("?" + fold);
    return lexicon.starters().contains(fold) || asks;
  }
}
