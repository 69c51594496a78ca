package com.salescopilot.model.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a letter greets.
final class Greeting {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int SHORTEST_NICKNAME = 3;

  private Greeting() {}

  /// The name that is greeted if it is not the reader's; a short form of it is.
  static Optional<Span> wrongName(Prose prose, Map<String, String> values) {
    String first = values.getOrDefault("firstName", "");
    if (prose.lexicon().isEmpty() || prose.words().isEmpty() || first.isBlank()) {
      return Optional.empty();
    }
    List<Word> greeted = greeted(prose, prose.lexicon().get());
    List<Word> own = new ArrayList<>(Word.of(first));
    own.addAll(Word.of(values.getOrDefault("lastName", "")));
    own.addAll(Word.of(values.getOrDefault("company", "")));
    if (greeted.isEmpty() || greeted.stream().anyMatch(word -> isOneOf(word, own))) {
      return Optional.empty();
    }
    return Optional.of(new Span(greeted.getFirst().start(), greeted.getLast().end()));
  }

  /// The name behind the greeting, as far as the next punctuation; empty if nobody is named.
  private static List<Word> greeted(Prose prose, Lexicon lexicon) {
    Sentence opening = prose.sentences().getFirst();
    List<Word> words = prose.words();
    int at = lexicon.greetings().at(words, 0, opening.wordsEnd());
    if (at == 0) {
      return List.of();
    }
    while (at < opening.wordsEnd() && lexicon.titles().contains(words.get(at).plain())) {
      at++;
    }
    List<Word> named = new ArrayList<>();
    while (at < opening.wordsEnd()) {
      Word word = words.get(at);
      if (!isNext(prose.text(), words.get(at - 1), word)
          || lexicon.anyone().contains(word.plain())
          || !Character.isUpperCase(word.shown().codePointAt(0))) {
        return List.of();
      }
      named.add(word);
      if (isEnd(prose.text(), word.end())) {
        return named;
      }
      at++;
    }
    return named;
  }

  /// Whether nothing but blanks and the full stop of a title stands between two words: a
  /// placeholder is no name.
  private static boolean isNext(String text, Word before, Word word) {
    return text.substring(before.end(), word.start()).replace('.', ' ').isBlank();
  }

  private static boolean isEnd(String text, int at) {
    return at >= text.length() || !(text.charAt(at) == ' ' || text.charAt(at) == '\u00A0');
  }

  private static boolean isOneOf(Word word, List<Word> names) {
    return names.stream().anyMatch(name -> isShortFor(folded(word), folded(name)));
  }

  private static boolean isShortFor(String said, String name) {
    return said.equals(name)
        || (said.length() >= SHORTEST_NICKNAME && name.startsWith(said))
        || (name.length() >= SHORTEST_NICKNAME && said.startsWith(name));
  }

  private static String folded(Word word) {
    String decomposed = Normalizer.normalize(word.shown(), Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
