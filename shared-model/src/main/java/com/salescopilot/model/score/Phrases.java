package com.salescopilot.model.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases that are looked for among words, each a word or several in a row.
final class Phrases {
  private final Map<String, List<List<String>>> byFirst = new HashMap<>();

  Phrases(Collection<String> phrases) {
    for (String phrase : phrases) {
      List<String> words = Word.of(phrase).stream().map(Word::plain).toList();
      if (words.isEmpty()) {
        throw new IllegalArgumentException("a phrase without words");
      }
      byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
    }
    byFirst.values().forEach(all -> all.sort((a, b) -> Integer.compare(b.size(), a.size())));
  }

  /// How many words the longest phrase has that begins at a word and ends before another; 0 if none
  /// does.
  int at(List<Word> words, int from, int to) {
    for (List<String> phrase : byFirst.getOrDefault(words.get(from).plain(), List.of())) {
      if (phrase.size() <= to - from && matches(phrase, words, from)) {
        return phrase.size();
      }
    }
    return 0;
  }

  /// The places of phrases among the words of a sentence, in order, none overlapping another.
  List<Span> in(Prose prose, Sentence sentence) {
    List<Span> found = new ArrayList<>();
    List<Word> words = prose.words();
    int at = sentence.firstWord();
    while (at < sentence.wordsEnd()) {
      int length = at(words, at, sentence.wordsEnd());
      if (length > 0) {
        found.add(new Span(words.get(at).start(), words.get(at + length - 1).end()));
      }
      at += Math.max(1, length);
    }
    return found;
  }

  private static boolean matches(List<String> phrase, List<Word> words, int from) {
    for (int i = 0; i < phrase.size(); i++) {
      if (!phrase.get(i).equals(words.get(from + i).plain())) {
        return false;
      }
    }
    return true;
  }
}
