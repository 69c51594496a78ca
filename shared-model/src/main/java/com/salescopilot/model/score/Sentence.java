package com.salescopilot.model.score;

/// A sentence, or a paragraph: a stretch of text and its words.
///
/// @param firstWord the index of its first word
/// @param wordsEnd the index after its last
record Sentence(Span span, int firstWord, int wordsEnd, Ending ending) {
  enum Ending {
    QUESTION,
    EXCLAMATION,
    OTHER
  }

  int length() {
    return wordsEnd - firstWord;
  }

  boolean isQuestion() {
    return ending == Ending.QUESTION;
  }
}
