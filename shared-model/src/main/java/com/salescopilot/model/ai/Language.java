package com.salescopilot.model.ai;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that there is a lexicon for.
public enum Language {
  EN,
  DE,
  FR,
  ES,
  IT,
  NL;

  private static final int SURE = 2;

  /// As in RFC 5646, e.g. `de`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language of a locale such as `de-AT`; empty if there is no lexicon for it.
  public static Optional<Language> of(String locale) {
    String tag = locale.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /// The language a text is written in, by its small words; empty if none of ours stands out. A
  /// text too short to tell is English.
  public static Optional<Language> guess(String text) {
    return Lexicons.ALL.guess(text, SURE);
  }

  /// The language asked for, or that of the text.
  public static Optional<Language> of(Optional<String> locale, String text) {
    return locale.isPresent() ? of(locale.get()) : guess(text);
  }
}
