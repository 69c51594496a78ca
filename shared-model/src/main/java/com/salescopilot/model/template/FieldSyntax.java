package com.salescopilot.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The grammar between the braces: `name`, `name | "words"`, `#if name`, `#if name == "words"` (or
/// `!=`), `#else`, `/if`, `pick "words" | "words"`.
sealed interface FieldSyntax {
  /// Wide, as the keys of custom fields are the workspace's own; what does not exist is said better
  /// than what is malformed.
  Pattern NAME = Pattern.compile("[^\"'{}<>|]+");

  /// A field and its fallback. Whether the name exists is another question.
  record Named(String name, Optional<String> fallback) implements FieldSyntax {}

  /// What follows is for those whose field is not empty, or is or is not some words.
  record If(String name, Condition condition) implements FieldSyntax {}

  /// What follows is for all others.
  record Else() implements FieldSyntax {}

  /// What follows is for everybody again.
  record EndIf() implements FieldSyntax {}

  /// One of these words, by chance that stays the same for each reader.
  record Pick(List<String> alternatives) implements FieldSyntax {
    public Pick {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// No field.
  ///
  /// @param shown what a preview shows in its place
  record Malformed(String shown, String message) implements FieldSyntax {}

  static FieldSyntax read(String inner) {
    String whole = FieldText.of(inner);
    if (whole.isEmpty()) {
      return new Malformed("", "A field's name is missing between the braces.");
    }
    if (whole.startsWith("#") || whole.startsWith("/")) {
      return branch(whole, strip(inner));
    }
    if (whole.startsWith("pick") && quoteAt(whole, "pick".length()) > 0) {
      return pick(whole, strip(inner));
    }
    int bar = inner.indexOf('|');
    if (bar < 0) {
      return named(whole, Optional.empty());
    }
    Optional<String> fallback = literal(inner.substring(bar + 1));
    if (fallback.isEmpty()) {
      return new Malformed(
          whole, "The words after | must stand in straight quotes, as in {{company | \"you\"}}.");
    }
    if (FieldText.of(fallback.get()).isEmpty()) {
      return new Malformed(whole, "A fallback must not be blank.");
    }
    return named(FieldText.of(inner.substring(0, bar)), fallback);
  }

  private static FieldSyntax named(String name, Optional<String> fallback) {
    return NAME.matcher(name).matches()
        ? new Named(name, fallback)
        : new Malformed(
            name, "A field is a name, such as {{firstName}} or {{company | \"your team\"}}.");
  }

  private static FieldSyntax branch(String whole, String inner) {
    if (whole.equals("#else")) {
      return new Else();
    }
    if (whole.equals("/if")) {
      return new EndIf();
    }
    if (!whole.startsWith("#if ")) {
      return new Malformed(
          whole, "There is {{#if field}}, {{#else}} and {{/if}}, and nothing else with # or /.");
    }
    return condition(whole, inner.substring("#if".length()));
  }

  private static FieldSyntax condition(String whole, String condition) {
    int sign = sign(condition);
    if (sign < 0) {
      String name = FieldText.of(condition);
      return NAME.matcher(name).matches()
          ? new If(name, new Condition.NotEmpty())
          : noCondition(whole);
    }
    String name = FieldText.of(condition.substring(0, sign));
    Optional<String> words = literal(condition.substring(sign + 2));
    if (words.isEmpty() || !NAME.matcher(name).matches()) {
      return noCondition(whole);
    }
    String wanted = FieldText.of(words.get());
    return new If(
        name,
        condition.charAt(sign) == '=' ? new Condition.Is(wanted) : new Condition.IsNot(wanted));
  }

  /// Where `==` or `!=` stands before any quote, or -1.
  private static int sign(String condition) {
    for (int i = 0; i < condition.length() - 1; i++) {
      char c = condition.charAt(i);
      if (c == '"' || c == '\'') {
        return -1;
      }
      if ((c == '=' || c == '!') && condition.charAt(i + 1) == '=') {
        return i;
      }
    }
    return -1;
  }

  private static FieldSyntax noCondition(String whole) {
    return new Malformed(
        whole, "A condition is a field, or a field and words: {{#if custom.plan == \"pro\"}}.");
  }

  private static FieldSyntax pick(String whole, String inner) {
    List<String> alternatives = new ArrayList<>();
    String rest = inner.substring("pick".length());
    while (!rest.isEmpty()) {
      rest = strip(rest);
      int end = rest.isEmpty() ? -1 : rest.indexOf(rest.charAt(0), 1);
      if (quoteAt(rest, 0) == 0 || end < 0 || FieldText.of(rest.substring(1, end)).isEmpty()) {
        return noPick(whole);
      }
      alternatives.add(rest.substring(1, end));
      rest = strip(rest.substring(end + 1));
      if (!rest.isEmpty()) {
        if (rest.charAt(0) != '|' || rest.length() == 1) {
          return noPick(whole);
        }
        rest = rest.substring(1);
      }
    }
    return alternatives.size() < 2 ? noPick(whole) : new Pick(alternatives);
  }

  private static FieldSyntax noPick(String whole) {
    return new Malformed(
        whole, "Alternatives stand in straight quotes: {{pick \"Hi\" | \"Hello\"}}.");
  }

  /// 1 more than where a quote stands, blanks aside; 0 if something else does.
  private static int quoteAt(String text, int from) {
    int at = from;
    while (at < text.length() && FieldText.isGap(text.charAt(at))) {
      at++;
    }
    boolean quote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    return quote ? at + 1 : 0;
  }

  /// The words in straight quotes that a text is, blanks around aside; empty if it is none.
  private static Optional<String> literal(String text) {
    String words = strip(text);
    return quoteAt(words, 0) == 1
            && words.length() > 1
            && words.indexOf(words.charAt(0), 1) == words.length() - 1
        ? Optional.of(words.substring(1, words.length() - 1))
        : Optional.empty();
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
