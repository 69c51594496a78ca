package com.salescopilot.model.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of one language that a claim can be told by.
///
/// @param small the words that hold sentences together, by which the language is known
/// @param starters words that may begin a sentence with a capital and say nothing by it
/// @param common words that are written with a capital anywhere (German nouns, `I`)
/// @param pronouns who acts in `May I` and `Will you`
/// @param dates months, weekdays, `tomorrow`: wherever they stand
/// @param capitalDates months and weekdays that are other words without their capital
/// @param numbers words for numbers, except those that are articles too
/// @param numberGlue what stands between the parts of a number in one word
/// @param units what a number counts, by the sign that stands for it in every language
/// @param abbreviations folded, without their last dot
/// @param negations words that turn a sentence round
/// @param claims what is said to have happened, to have been seen, to be promised
record Lexicon(
    Set<String> small,
    Set<String> starters,
    Set<String> common,
    Set<String> pronouns,
    Set<String> dates,
    Set<String> capitalDates,
    Set<String> numbers,
    Set<String> numberGlue,
    Map<String, String> units,
    Set<String> abbreviations,
    Set<String> negations,
    Map<Check, List<Phrase>> claims) {

  static Lexicon read(JsonNode json) {
    Map<String, String> units = new HashMap<>();
    json.path("units")
        .properties()
        .forEach(unit -> words(unit.getValue()).forEach(word -> units.put(word, unit.getKey())));
    return new Lexicon(
        set(json.path("small")),
        union(json.path("small"), json.path("starters")),
        set(json.path("common")),
        set(json.path("pronouns")),
        set(json.path("dates")),
        set(json.path("capitalDates")),
        set(json.path("numbers")),
        set(json.path("numberGlue")),
        Map.copyOf(units),
        set(json.path("abbreviations")),
        set(json.path("negations")),
        Map.of(
            Check.EVENT, phrases(json.path("events")),
            Check.OBSERVATION, phrases(json.path("observations")),
            Check.COMMITMENT, phrases(json.path("commitments"))));
  }

  /// Whether a word stands for a number, whole (`twelve`) or of parts (`zweiundzwanzig`).
  boolean isNumber(String fold) {
    return numbers.contains(fold) || (fold.length() > 5 && isOfNumbers(fold, fold.length()));
  }

  /// Whether a common word is that word, also with an ending or composed of two.
  boolean isCommon(String fold) {
    return common.contains(fold) || isInflected(fold) || isComposed(fold);
  }

  private boolean isInflected(String fold) {
    return Stream.of("en", "er", "es", "e", "n", "s")
        .anyMatch(
            ending ->
                fold.endsWith(ending)
                    && fold.length() > ending.length() + 2
                    && common.contains(fold.substring(0, fold.length() - ending.length())));
  }

  private boolean isComposed(String fold) {
    for (int cut = 4; cut <= fold.length() - 4; cut++) {
      String head = fold.substring(0, cut);
      String tail = fold.substring(cut);
      boolean joined =
          common.contains(head)
              || (head.endsWith("s") && common.contains(head.substring(0, cut - 1)));
      if (joined && (common.contains(tail) || isInflected(tail))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfNumbers(String fold, int end) {
    boolean[] whole = new boolean[end + 1];
    whole[0] = true;
    for (int to = 1; to <= end; to++) {
      for (int from = Math.max(0, to - 12); from < to && !whole[to]; from++) {
        String part = fold.substring(from, to);
        whole[to] =
            whole[from] && (numbers.contains(part) || (to < end && numberGlue.contains(part)));
      }
    }
    return whole[end] && numbers.stream().anyMatch(fold::contains);
  }

  private static List<Phrase> phrases(JsonNode json) {
    List<Phrase> phrases = new ArrayList<>();
    json.forEach(phrase -> phrases.add(Phrase.of(phrase.textValue())));
    return List.copyOf(phrases);
  }

  private static Set<String> union(JsonNode one, JsonNode other) {
    return Stream.concat(words(one), words(other)).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> set(JsonNode json) {
    return words(json).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> words(JsonNode json) {
    return Arrays.stream(json.asText().split("\\s+")).filter(word -> !word.isEmpty());
  }
}
