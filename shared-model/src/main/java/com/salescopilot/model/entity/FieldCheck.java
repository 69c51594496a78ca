package com.salescopilot.model.entity;

import com.salescopilot.model.mail.Address;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Whether a value may stand in a field. The same sentences are shown on screen and sent over the
/// wire.
public final class FieldCheck {
  private static final int MOST_KEYS = 100;
  private static final int LONGEST_KEY = 64;

  /// Beyond these, years are written in more than one way.
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private FieldCheck() {}

  /// What is wrong with the value, as the end of a sentence that begins with the field's name;
  /// empty if it is fine.
  public static Optional<String> problem(FieldSpec field, Value value) {
    return switch (field.kind()) {
      case TEXT -> text(value, field.limit());
      case ADDRESS -> address(value, field.limit());
      case ID -> id(value);
      case INSTANT -> instant(value);
      case WHOLE -> value instanceof Value.Whole ? fine() : wrong("must be a whole number");
      case DECIMAL ->
          value instanceof Value.Whole || value instanceof Value.Decimal
              ? fine()
              : wrong("must be a number");
      case BODY -> body(value, field.limit());
      case MAP -> map(value, field.limit());
      case JSON -> json(value, field.limit());
    };
  }

  private static Optional<String> text(Value value, int limit) {
    if (!(value instanceof Value.Text(String text))) {
      return wrong("must be a text");
    }
    if (text.length() > limit) {
      return wrong("is longer than " + limit + " characters");
    }
    return characters(text);
  }

  private static Optional<String> characters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return wrong("holds a NUL character");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return wrong("holds half of a character");
      }
    }
    return fine();
  }

  private static Optional<String> address(Value value, int limit) {
    Optional<String> problem = text(value, limit);
    if (problem.isPresent() || !(value instanceof Value.Text(String text))) {
      return problem;
    }
    return switch (Address.parse(text.strip())) {
      case Address.Accepted accepted -> fine();
      case Address.Refused refused -> wrong("is not a mail address: " + refused.clause());
    };
  }

  private static Optional<String> id(Value value) {
    if (value instanceof Value.Text(String text) && text.length() == 36) {
      try {
        UUID id = UUID.fromString(text);
        return id.toString().equals(text) ? fine() : wrong("must be an id in lower case");
      } catch (IllegalArgumentException e) {
        return wrong("must be an id");
      }
    }
    return wrong("must be an id");
  }

  private static Optional<String> instant(Value value) {
    if (value instanceof Value.Text(String text)) {
      try {
        Instant instant = Instant.parse(text);
        return instant.isBefore(FIRST) || instant.isAfter(LAST)
            ? wrong("must be an instant of the years 1 to 9999")
            : fine();
      } catch (DateTimeException e) {
        return wrong("must be an instant such as 2026-09-01T08:00:00Z");
      }
    }
    return wrong("must be an instant such as 2026-09-01T08:00:00Z");
  }

  private static Optional<String> body(Value value, int limit) {
    if (!(value instanceof Value.Fields fields)) {
      return wrong("must have the members html and text");
    }
    for (Map.Entry<String, Value> half : fields.members().entrySet()) {
      if (!half.getKey().equals("html") && !half.getKey().equals("text")) {
        return wrong("has only the members html and text");
      }
      if (!(half.getValue() instanceof Value.Text(String text))) {
        return wrong("must be texts");
      }
      if (text.getBytes(StandardCharsets.UTF_8).length > limit) {
        return wrong("is larger than " + limit / 1024 + " KiB");
      }
      Optional<String> problem = characters(text);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return fine();
  }

  private static Optional<String> map(Value value, int limit) {
    if (!(value instanceof Value.Fields fields)) {
      return wrong("must be an object");
    }
    if (fields.members().size() > MOST_KEYS) {
      return wrong("has more than " + MOST_KEYS + " keys");
    }
    for (Map.Entry<String, Value> member : fields.members().entrySet()) {
      Optional<String> problem = key(member.getKey()).or(() -> json(member.getValue(), limit));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return fine();
  }

  /// What is wrong with a key of a map field; empty if it is fine.
  public static Optional<String> key(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      return wrong("has a key that is empty or longer than " + LONGEST_KEY + " characters");
    }
    return characters(key);
  }

  private static Optional<String> json(Value value, int limit) {
    String canonical = CanonicalJson.of(value);
    if (canonical.length() > limit) {
      return wrong("is longer than " + limit + " characters");
    }
    return canonical.contains("\\u0000") ? wrong("holds a NUL character") : characters(canonical);
  }

  private static Optional<String> fine() {
    return Optional.empty();
  }

  private static Optional<String> wrong(String problem) {
    return Optional.of(problem);
  }
}
