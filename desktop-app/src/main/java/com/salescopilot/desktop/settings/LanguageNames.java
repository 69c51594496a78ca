package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.util.StringConverter;

/// Calls each language by its own name, so that those find it who understand no other.
final class LanguageNames extends StringConverter<Optional<Locale>> {
  private final Texts texts;

  LanguageNames(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Optional<Locale> language) {
    return language
        .map(locale -> locale.getDisplayLanguage(locale))
        .orElseGet(() -> texts.get(LanguageNames.class, "settings.language.system"));
  }

  @Override
  public Optional<Locale> fromString(String words) {
    throw new UnsupportedOperationException("one chooses, and does not type");
  }
}
