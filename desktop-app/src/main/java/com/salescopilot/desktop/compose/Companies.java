package com.salescopilot.desktop.compose;

import java.util.Locale;
import java.util.Set;

/// Guesses a company from the domain of an address, to be corrected.
final class Companies {
  /// Where people have mail that works somewhere else.
  private static final Set<String> PROVIDERS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "t-online.de",
          "proton.me",
          "protonmail.com",
          "mail.com",
          "yandex.com",
          "posteo.de");

  private Companies() {}

  /// `Blue Harbour` of `blue-harbour.example`; nothing of a mail provider's domain.
  static String guess(String domain) {
    if (PROVIDERS.contains(domain.toLowerCase(Locale.ROOT))) {
      return "";
    }
    String[] labels = domain.split("\\.", -1);
    String name = labels.length < 2 ? "" : labels[labels.length - 2];
    boolean underCountry = labels.length > 2 && name.length() <= 3;
    if (underCountry) {
      name = labels[labels.length - 3];
    }
    StringBuilder guess = new StringBuilder();
    for (String word : name.split("-", -1)) {
      if (!word.isEmpty()) {
        guess
            .append(guess.isEmpty() ? "" : " ")
            .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(word.substring(1));
      }
    }
    return guess.toString();
  }
}
