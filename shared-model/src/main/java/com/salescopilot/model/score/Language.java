package com.salescopilot.model.score;

import java.util.Locale;
import java.util.Optional;

/// The languages that have a lexicon.
public enum Language {
  EN,
  DE,
  FR,
  ES,
  IT,
  NL;

  /// The language of a tag such as `de` or `de-AT`; empty if it has no lexicon.
  public static Optional<Language> of(String tag) {
    String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (language.code().equals(primary)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// As ISO 639 writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
