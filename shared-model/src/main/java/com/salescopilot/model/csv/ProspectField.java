package com.salescopilot.model.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// The fields of a prospect that a file brings, and the words by which files call them.
public enum ProspectField {
  EMAIL("email"),
  FIRST_NAME("firstName"),
  LAST_NAME("lastName"),
  COMPANY("company"),
  JOB_TITLE("jobTitle");

  private final String restName;

  ProspectField(String restName) {
    this.restName = restName;
  }

  /// The name of the field in rows and JSON.
  public String restName() {
    return restName;
  }

  /// The field that a word means, whatever its case, blanks and signs; empty if it means none.
  public static Optional<ProspectField> meantBy(String word) {
    return switch (letters(word)) {
      case "email", "mail", "emailaddress", "emailadresse", "mailadresse" -> Optional.of(EMAIL);
      case "firstname", "givenname", "vorname" -> Optional.of(FIRST_NAME);
      case "lastname", "surname", "familyname", "nachname", "familienname" ->
          Optional.of(LAST_NAME);
      case "company", "organization", "organisation", "account", "firma", "unternehmen" ->
          Optional.of(COMPANY);
      case "jobtitle", "title", "position", "role" -> Optional.of(JOB_TITLE);
      default -> Optional.empty();
    };
  }

  private static String letters(String word) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(word, Normalizer.Form.NFC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
