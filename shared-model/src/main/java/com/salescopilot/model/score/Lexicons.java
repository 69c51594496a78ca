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
  private static final int ENOUGH = 1_000;
  private static final int HITS_IN = 6; // one word in so many, or it is another language

  private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

  Lexicons() {
    for (Language language : Language.values()) {
      lexicons.put(language, Lexicon.of(language, read(language.code() + ".json")));
    }
  }

  /// A language's own.
  Lexicon of(Language language) {
    return Objects.requireNonNull(lexicons.get(language));
  }

  /// The lexicon of the language whose common words are the most of a text's; empty if none are
  /// enough. A long text is known by its beginning.
  Optional<Lexicon> guess(List<Word> all) {
    List<Word> words = all.subList(0, Math.min(all.size(), ENOUGH));
    Optional<Lexicon> best = Optional.empty();
    long most = Math.max(FEWEST_HITS, (words.size() + HITS_IN - 1) / HITS_IN) - 1L;
    for (Lexicon lexicon : lexicons.values()) {
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
