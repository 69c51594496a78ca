package com.salescopilot.model.template;

import java.util.Optional;
import java.util.regex.Pattern;

/// The grammar between the braces: `name` or `name | "words"`.
sealed interface FieldSyntax {
  /// Wide, as the keys of custom fields are the workspace's own; what does not exist is said better
  /// than what is malformed.
  Pattern NAME = Pattern.compile("[^\"'{}<>|]+");

  /// A field and its fallback. Whether the name exists is another question.
  record Named(String name, Optional<String> fallback) implements FieldSyntax {}

  /// No field.
  ///
  /// @param shown what a preview shows in its place
  record Malformed(String shown, String message) implements FieldSyntax {}

  static FieldSyntax read(String inner) {
    String whole = FieldText.of(inner);
    if (whole.isEmpty()) {
      return new Malformed("", "A field's name is missing between the braces.");
    }
    if (isReserved(whole)) {
      return new Malformed(whole, "Conditions and alternatives are not available; use a field.");
    }
    int bar = inner.indexOf('|');
    if (bar < 0) {
      return named(whole, Optional.empty());
    }
    String words = strip(inner.substring(bar + 1));
    if (!isQuoted(words)) {
      return new Malformed(
          whole, "The words after | must stand in straight quotes, as in {{company | \"you\"}}.");
    }
    String fallback = words.substring(1, words.length() - 1);
    if (FieldText.of(fallback).isEmpty()) {
      return new Malformed(whole, "A fallback must not be blank.");
    }
    return named(FieldText.of(inner.substring(0, bar)), Optional.of(fallback));
  }

  private static FieldSyntax named(String name, Optional<String> fallback) {
    return NAME.matcher(name).matches()
        ? new Named(name, fallback)
        : new Malformed(
            name, "A field is a name, such as {{firstName}} or {{company | \"your team\"}}.");
  }

  private static boolean isReserved(String whole) {
    return whole.startsWith("#")
        || whole.startsWith("/")
        || (whole.startsWith("pick") && whole.stripTrailing().matches("pick ?[\"'].*"));
  }

  private static boolean isQuoted(String words) {
    if (words.length() < 2) {
      return false;
    }
    char quote = words.charAt(0);
    return (quote == '"' || quote == '\'') && words.indexOf(quote, 1) == words.length() - 1;
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && FieldText.isGap(text.charAt(start))) {
      start++;
    }
    while (end > start && FieldText.isGap(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
