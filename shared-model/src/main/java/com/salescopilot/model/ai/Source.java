package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// All that may be said: the draft and the facts, taken apart once.
///
/// @param sentences the draft's, by their keys
/// @param words every word, folded
/// @param sequences the words of each sentence and fact in order
/// @param numbers in their one spelling
/// @param spoken sentences and facts as words, to look for phrases
record Source(
    Set<String> sentences,
    Set<String> words,
    String sequences,
    Set<String> numbers,
    Set<String> addresses,
    List<List<Word>> spoken) {

  static Source of(String subject, String draft, FactSheet sheet, Lexicons lexicons) {
    List<String> drafted =
        Sentence.spoken(subject + "\n" + draft, lexicons.abbreviations()).stream()
            .map(Sentence::key)
            .toList();
    List<String> stretches = new ArrayList<>(drafted);
    sheet.facts().forEach(fact -> stretches.add(fact.text()));
    sheet
        .from("firstName")
        .flatMap(first -> sheet.from("lastName").map(last -> first + " " + last))
        .ifPresent(stretches::add);
    List<String> plain = stretches.stream().map(Fields::masked).toList();
    Set<String> words = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    Set<String> addresses = new HashSet<>();
    for (String stretch : plain) {
      Word.in(stretch).forEach(word -> words.add(word.fold()));
      Numbers.in(stretch, lexicons.units()).forEach(number -> numbers.add(number.canonical()));
      addresses.addAll(Addresses.known(stretch));
    }
    return new Source(
        Set.copyOf(drafted),
        words,
        plain.stream().map(Word::sequence).collect(Collectors.joining("|")),
        numbers,
        addresses,
        plain.stream().map(Word::in).toList());
  }

  boolean says(String words) {
    return sequences.contains(Word.sequence(words));
  }

  /// Whether a stretch says the same words, and turns them round as this one does.
  boolean saysLike(List<Word> words, List<Word> sentence, Set<String> negations) {
    String wanted = joined(words);
    long turned = turned(sentence, negations);
    return spoken.stream()
        .anyMatch(
            stretch ->
                joined(stretch).contains(wanted) && turned(stretch, negations) % 2 == turned % 2);
  }

  static long turned(List<Word> words, Set<String> negations) {
    return words.stream().filter(word -> negations.contains(word.fold())).count();
  }

  private static String joined(List<Word> words) {
    return words.stream().map(Word::fold).collect(Collectors.joining(" ", " ", " "));
  }
}
