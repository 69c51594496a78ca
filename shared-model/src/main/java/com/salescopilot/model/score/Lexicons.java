package com.salescopilot.model.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The lexicons that belong to `sc-1`.
final class Lexicons {
  private static final int FEWEST_HITS = 2;
  private static final int HITS_IN = 12; // one word in so many, or it is another language

  private final Map<Language, Lexicon> all = new EnumMap<>(Language.class);

  Lexicons() {
    for (Language language : Language.values()) {
      all.put(language, Lexicon.of(language, read(language.code() + ".json")));
    }
  }

  /// A language's own.
  Lexicon of(Language language) {
    return Objects.requireNonNull(all.get(language));
  }

  /// The lexicon of the language whose common words are the most of a text's; empty if none are
  /// enough.
  Optional<Lexicon> guess(List<Word> words) {
    Optional<Lexicon> best = Optional.empty();
    long most = Math.max(FEWEST_HITS, (words.size() + HITS_IN - 1) / HITS_IN) - 1L;
    for (Lexicon lexicon : all.values()) {
      long hits = words.stream().filter(word -> lexicon.common().contains(word.plain())).count();
      if (hits > most) {
        most = hits;
        best = Optional.of(lexicon);
      }
    }
    return best;
  }

  private static ObjectNode read(String name) {
    try (InputStream in = Lexicons.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return ValueJson.object(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
