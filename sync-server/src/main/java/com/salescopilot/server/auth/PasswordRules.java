package com.salescopilot.server.auth;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a password may be: long, and not the first thing that a guesser tries.
final class PasswordRules {
  private static final int LEAST = 12;
  private static final int MOST = 128;
  private static final int FEWEST_CHARACTERS = 5;
  private static final int TELLING_PART = 4;

  /// Of the lists that guessers use, only what is long enough to be chosen here matters.
  private static final Set<String> KNOWN =
      Set.of(
          "password1234",
          "passwordpassword",
          "password12345",
          "123456789012",
          "1234567890123",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdf",
          "administrator",
          "administrator1",
          "letmeinletmein",
          "iloveyou1234",
          "welcome12345",
          "changeme1234",
          "salescopilot",
          "sales copilot",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "abc123abc123",
          "qwerty123456");

  private PasswordRules() {}

  /// Why a password is refused; empty if it is not.
  ///
  /// @param email of the account, whose parts are the first guess
  static Optional<String> refusal(String password, String email) {
    String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
    int length = composed.codePointCount(0, composed.length());
    if (length < LEAST || length > MOST) {
      return Optional.of("must have " + LEAST + " to " + MOST + " characters.");
    }
    String plain = composed.toLowerCase(Locale.ROOT);
    if (KNOWN.contains(plain)) {
      return Optional.of("is one that guessers know.");
    }
    if (plain.codePoints().distinct().count() < FEWEST_CHARACTERS || run(plain)) {
      return Optional.of("repeats itself too much to be hard to guess.");
    }
    if (parts(email).stream().anyMatch(plain::contains)) {
      return Optional.of("must not contain parts of the e-mail address.");
    }
    return Optional.empty();
  }

  /// Whether each character follows from the one before, as in `abcdefghijkl`.
  private static boolean run(String text) {
    int step = text.charAt(1) - text.charAt(0);
    for (int i = 2; i < text.length(); i++) {
      if (text.charAt(i) - text.charAt(i - 1) != step) {
        return false;
      }
    }
    return true;
  }

  private static List<String> parts(String email) {
    String plain = email.toLowerCase(Locale.ROOT);
    String local = plain.substring(0, Math.max(plain.lastIndexOf('@'), 0));
    return List.of(plain, local).stream().filter(part -> part.length() >= TELLING_PART).toList();
  }
}
