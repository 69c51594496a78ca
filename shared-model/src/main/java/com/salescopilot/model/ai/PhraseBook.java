package com.salescopilot.model.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the built-in engine knows of writing letters in one language.
///
/// @param greetings words that begin a greeting, folded
/// @param filler sentences that say nothing, as words
/// @param plain long words by short ones, and so on for each pass
/// @param conjunctions folded, with what stands for them at the start of a sentence (maybe nothing)
/// @param subjects words that begin a main clause
/// @param doubles words that nobody means twice
/// @param followUp the sentence that takes up an earlier letter
/// @param patterns sentences with facts in them, by their ids
record PhraseBook(
    Language language,
    Set<String> greetings,
    Set<String> filler,
    List<Swap> plain,
    List<Swap> contractions,
    List<Swap> inFull,
    List<Swap> friendlier,
    List<Swap> formal,
    List<Swap> slips,
    Map<String, String> conjunctions,
    Set<String> subjects,
    Set<String> doubles,
    String followUp,
    List<PersonalLine> patterns) {

  /// Words and what stands for them.
  record Swap(Pattern pattern, String text) {}

  /// The book of a language.
  static PhraseBook of(Language language) {
    JsonNode json = ValueJson.tree(Lexicons.resource("phrases-" + language.tag() + ".json"));
    return new PhraseBook(
        language,
        words(json.path("greetings")),
        texts(json.path("filler")).stream()
            .map(Word::sequence)
            .collect(Collectors.toUnmodifiableSet()),
        swaps(json.path("plain")),
        swaps(json.path("contractions")),
        swaps(json.path("inFull")),
        swaps(json.path("friendlier")),
        swaps(json.path("formal")),
        swaps(json.path("slips")),
        map(json.path("conjunctions")),
        words(json.path("subjects")),
        words(json.path("doubles")),
        json.path("followUp").asText(),
        texts(json.path("patterns")).stream().map(PersonalLine::read).sorted().toList());
  }

  private static List<Swap> swaps(JsonNode json) {
    List<Swap> swaps = new ArrayList<>();
    map(json)
        .forEach(
            (words, text) ->
                swaps.add(
                    new Swap(
                        Pattern.compile(
                            "(?<![\\p{L}\\p{N}'’-])"
                                + Pattern.quote(words)
                                + "(?![\\p{L}\\p{N}'’-]|\\.\\p{L})",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        text)));
    return List.copyOf(swaps);
  }

  private static SequencedMap<String, String> map(JsonNode json) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    json.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Set<String> words(JsonNode json) {
    return Arrays.stream(json.asText().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
