package com.salescopilot.model.ai;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at one new sentence: does it say anything that its source does not?
final class SentenceCheck {
  private static final int QUOTED_WORDS = 3;
  private static final int TOO_SHORT_TO_TELL = 3;

  private final Source source;
  private final Lexicons lexicons;
  private final Lexicon lexicon;
  private final Language language;

  SentenceCheck(Source source, Lexicons lexicons, Language language) {
    this.source = source;
    this.lexicons = lexicons;
    this.lexicon = lexicons.of(language);
    this.language = language;
  }

  /// What this check has against the sentence; empty if nothing.
  Optional<Flag> by(Check check, String sentence) {
    String seen = Fields.masked(sentence);
    List<Word> words = Word.in(seen);
    return switch (check) {
      case NUMBER -> number(seen, words);
      case DATE -> date(words);
      case ADDRESS ->
          first(Addresses.in(seen).stream().filter(a -> !source.addresses().contains(a)).toList())
              .map(address -> Flag.of(check, address));
      case QUOTATION ->
          first(Quotations.in(seen).stream().filter(this::isInvented).toList())
              .map(quotation -> Flag.of(check, quotation));
      case NAME -> new Names(source, lexicon, seen, words).unknown().map(n -> Flag.of(check, n));
      case EVENT, OBSERVATION, COMMITMENT -> claim(check, words);
      case LANGUAGE -> foreign(words) ? Optional.of(Flag.of(check, sentence)) : Optional.empty();
      case NEGATION, FIELDS, LINK, MARKUP, LENGTH, NO_LEXICON -> Optional.empty();
    };
  }

  private Optional<Flag> number(String seen, List<Word> words) {
    for (Numbers.Figure number : Numbers.in(seen, lexicons.units())) {
      if (!source.numbers().contains(number.canonical())) {
        return Optional.of(Flag.of(Check.NUMBER, number.text()));
      }
    }
    return words.stream()
        .filter(word -> isNumeral(word) && !source.words().contains(word.fold()))
        .findFirst()
        .map(word -> Flag.of(Check.NUMBER, word.text()));
  }

  /// A word for a number, or a sign such as `½` or `Ⅻ`, which has no digits.
  private boolean isNumeral(Word word) {
    return lexicon.isNumber(word.fold())
        || word.text()
            .codePoints()
            .anyMatch(
                c ->
                    Character.getType(c) == Character.LETTER_NUMBER
                        || Character.getType(c) == Character.OTHER_NUMBER);
  }

  private Optional<Flag> date(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean day =
          lexicon.dates().contains(word.fold())
              || (lexicon.capitalDates().contains(word.fold())
                  && word.isCapitalised()
                  && !isAuxiliary(words, i));
      if (day && !source.words().contains(word.fold())) {
        return Optional.of(Flag.of(Check.DATE, word.text()));
      }
    }
    return Optional.empty();
  }

  private boolean isAuxiliary(List<Word> words, int i) {
    return i == 0 && words.size() > 1 && lexicon.pronouns().contains(words.get(1).fold());
  }

  private boolean isInvented(String quotation) {
    return Word.in(quotation).size() >= QUOTED_WORDS && !source.says(quotation);
  }

  private Optional<Flag> claim(Check check, List<Word> words) {
    for (Phrase phrase : lexicon.claims().getOrDefault(check, List.of())) {
      List<Word> hit = phrase.in(words);
      if (!hit.isEmpty() && !source.saysLike(hit, words, lexicon.negations())) {
        return Optional.of(Flag.of(check, text(hit)));
      }
    }
    return Optional.empty();
  }

  private static String text(List<Word> words) {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  /// Whether most of a sentence's small words are of another language, or letters of a script that
  /// the source does not have.
  private boolean foreign(List<Word> words) {
    List<Word> own =
        words.stream()
            .filter(word -> !source.words().contains(word.fold()))
            .filter(word -> word.text().codePoints().anyMatch(Character::isLetter))
            .toList();
    if (own.stream().anyMatch(word -> !Script.isLatin(word.fold()))) {
      return true;
    }
    if (own.size() < TOO_SHORT_TO_TELL) {
      return false;
    }
    long ours = lexicons.small(language, words);
    if (ours == 0) {
      return true;
    }
    Set<Language> others = new HashSet<>(Set.of(Language.values()));
    others.remove(language);
    return others.stream().anyMatch(other -> lexicons.small(other, words) >= ours + 2);
  }

  private static <T> Optional<T> first(List<T> items) {
    return items.stream().findFirst();
  }
}
