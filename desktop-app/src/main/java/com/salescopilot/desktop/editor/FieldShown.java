package com.salescopilot.desktop.editor;

/// What a merge field becomes for the person a letter is shown for.
public sealed interface FieldShown {

  /// The person's own value.
  record Value(String text) implements FieldShown {}

  /// The value is empty, so the fallback's words stand in.
  record Fallback(String text) implements FieldShown {}

  /// There is nothing to write, or no such field: the letter cannot leave like this.
  ///
  /// @param reason a sentence
  record Missing(String reason) implements FieldShown {}
}
