package com.salescopilot.model.score;

import com.salescopilot.model.score.Sentence.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds sentences and paragraphs.
final class ProseReader {
  private static final String ENDINGS = ".!?…؟？！";
  private static final String QUESTIONS = "?؟？";
  private static final String EXCLAMATIONS = "!！";
  private static final int LONGEST_ABBREVIATION = 12;

  private final String text;
  private final List<Word> words;
  private final Optional<Lexicon> lexicon;

  ProseReader(String text, List<Word> words, Optional<Lexicon> lexicon) {
    this.text = text;
    this.words = words;
    this.lexicon = lexicon;
  }

  List<Sentence> sentences() {
    List<Sentence> found = new ArrayList<>();
    int start = 0;
    int word = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      boolean ends = Prose.isLineBreak(c);
      Ending ending = Ending.OTHER;
      if (ENDINGS.indexOf(c) >= 0) {
        while (end < text.length() && ENDINGS.indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        ends =
            (end == text.length() || Character.isWhitespace(text.charAt(end)))
                && !(end == at + 1 && c == '.' && isAbbreviation(start, at));
        ending = ending(text.substring(at, end));
      }
      if (ends) {
        word = add(found, start, end, word, ending);
        start = end;
      }
      at = end;
    }
    add(found, start, text.length(), word, Ending.OTHER);
    return List.copyOf(found);
  }

  List<Sentence> paragraphs() {
    List<Sentence> found = new ArrayList<>();
    int start = 0;
    int word = 0;
    int line = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Prose.isLineBreak(text.charAt(at))) {
        if (text.substring(line, at).isBlank()) {
          word = add(found, start, at, word, Ending.OTHER);
          start = at;
        }
        line = at + 1;
        // a carriage return and its line feed are one break
        if (text.startsWith("\r\n", at)) {
          at++;
          line = at + 1;
        }
      }
    }
    add(found, start, text.length(), word, Ending.OTHER);
    return List.copyOf(found);
  }

  /// Adds a stretch if it has words.
  ///
  /// @return the index of the first word after it
  private int add(List<Sentence> found, int start, int end, int firstWord, Ending ending) {
    int next = firstWord;
    while (next < words.size() && words.get(next).start() < end) {
      next++;
    }
    if (next > firstWord) {
      // from its first word, without the blanks around
      int from = Math.max(start, words.get(firstWord).start());
      int to = from + text.substring(from, end).stripTrailing().length();
      found.add(new Sentence(new Span(from, to), firstWord, next, ending));
    }
    return next;
  }

  private boolean isAbbreviation(int start, int stop) {
    int from = stop;
    while (from > start
        && stop - from < LONGEST_ABBREVIATION
        && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String candidate = text.substring(from, stop).toLowerCase(Locale.ROOT);
    return lexicon.map(words -> words.abbreviations().contains(candidate)).orElse(false);
  }

  private static Ending ending(String marks) {
    if (marks.chars().anyMatch(c -> QUESTIONS.indexOf(c) >= 0)) {
      return Ending.QUESTION;
    }
    return marks.chars().anyMatch(c -> EXCLAMATIONS.indexOf(c) >= 0)
        ? Ending.EXCLAMATION
        : Ending.OTHER;
  }
}
