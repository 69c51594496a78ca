package com.salescopilot.model.score;

import java.util.List;
import java.util.Optional;

/// A text taken apart: what is quoted and what follows the signature's mark is left out.
///
/// @param text with blanks in place of what is left out, so that offsets stay
/// @param lexicon of its language; empty if there is none
/// @param sentences those with a word
/// @param paragraphs those with a word
record Prose(
    String text,
    List<Word> words,
    Optional<Lexicon> lexicon,
    List<Sentence> sentences,
    List<Sentence> paragraphs) {

  static Prose of(String source, Optional<Language> language, Lexicons lexicons) {
    String text = ownWords(source);
    List<Word> words = List.copyOf(Word.of(text));
    Optional<Lexicon> lexicon = language.map(lexicons::of).or(() -> lexicons.guess(words));
    ProseReader reader = new ProseReader(text, words, lexicon);
    return new Prose(text, words, lexicon, reader.sentences(), reader.paragraphs());
  }

  int count() {
    return words.size();
  }

  private static String ownWords(String source) {
    StringBuilder own = new StringBuilder(source.length());
    int at = 0;
    while (at < source.length()) {
      int end = at;
      while (end < source.length() && !isLineBreak(source.charAt(end))) {
        end++;
      }
      String line = source.substring(at, end);
      if (line.startsWith("--") && line.substring(2).isBlank() && line.length() <= 3) {
        break;
      }
      own.append(line.startsWith(">") ? " ".repeat(line.length()) : line);
      if (end < source.length()) {
        own.append(source.charAt(end));
      }
      at = end + 1;
    }
    return own.toString();
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }
}
