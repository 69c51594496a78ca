package com.salescopilot.model.template;

import java.util.List;
import java.util.Optional;

/// A piece of a compiled template.
sealed interface Part {

  /// The source's own text, written as it is.
  record Text(String text) implements Part {}

  /// A field, with the words that stand in when it is empty.
  record Field(String name, Optional<String> fallback, Slot slot, int start, int end)
      implements Part {}

  /// One of several words.
  ///
  /// @param ordinal how many such pieces stand before it in the source
  record Choice(List<String> alternatives, Slot slot, int ordinal) implements Part {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// What is written for some readers and what for all others.
  record Branch(String name, Condition condition, List<Part> then, List<Part> otherwise)
      implements Part {
    public Branch {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /// A field that did not compile, shown in previews only.
  record Broken(String shown) implements Part {}
}
