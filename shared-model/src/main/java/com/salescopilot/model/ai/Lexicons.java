package com.salescopilot.model.ai;

import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The lexicons of all languages, as they come with the program.
///
/// @param units what a number counts, in any language, by its sign
/// @param abbreviations words that end no sentence, of every language
record Lexicons(
    Map<Language, Lexicon> byLanguage, Map<String, String> units, Set<String> abbreviations) {
  static final Lexicons ALL = read();

  Lexicon of(Language language) {
    return Objects.requireNonNull(byLanguage.get(language));
  }

  /// How many small words of a language there are.
  long small(Language language, List<Word> words) {
    Set<String> small = of(language).small();
    return words.stream().filter(word -> small.contains(word.fold())).count();
  }

  /// The language most small words are of.
  ///
  /// @param sure with fewer of them a text of more words than that is in none of ours
  Optional<Language> guess(String text, int sure) {
    List<Word> words = Word.in(Fields.masked(text));
    Map<Language, Long> counts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      counts.put(language, small(language, words));
    }
    Map.Entry<Language, Long> best =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    for (Map.Entry<Language, Long> entry : counts.entrySet()) {
      if (entry.getValue().equals(best.getValue())) {
        best = entry; // the first of equals
        break;
      }
    }
    if (best.getValue() >= sure) {
      return Optional.of(best.getKey());
    }
    boolean latin = words.stream().allMatch(word -> Script.isLatin(word.fold()));
    return latin && words.size() <= 4 * sure ? Optional.of(best.getKey()) : Optional.empty();
  }

  private static Lexicons read() {
    Map<Language, Lexicon> all = new EnumMap<>(Language.class);
    Map<String, String> units = new HashMap<>();
    Set<String> abbreviations = new HashSet<>();
    for (Language language : Language.values()) {
      Lexicon lexicon =
          Lexicon.read(ValueJson.tree(resource("lexicon-" + language.tag() + ".json")));
      all.put(language, lexicon);
      units.putAll(lexicon.units());
      abbreviations.addAll(lexicon.abbreviations());
    }
    return new Lexicons(Map.copyOf(all), Map.copyOf(units), Set.copyOf(abbreviations));
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Lexicons.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
