package com.salescopilot.model.template;

/// What a condition asks of a field's value.
sealed interface Condition {

  /// Whether there is any.
  record NotEmpty() implements Condition {}

  /// Whether it is these words, letter by letter.
  record Is(String words) implements Condition {}

  /// Whether it is not these words; an empty value is not.
  record IsNot(String words) implements Condition {}

  /// The answer for a value as [FieldText] leaves it.
  default boolean holds(String value) {
    return switch (this) {
      case NotEmpty() -> !value.isEmpty();
      case Is(String words) -> value.equals(words);
      case IsNot(String words) -> !value.equals(words);
    };
  }
}
