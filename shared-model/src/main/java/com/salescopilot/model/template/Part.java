package com.salescopilot.model.template;

import java.util.Optional;

/// A piece of a compiled template.
sealed interface Part {

  /// The source's own text, written as it is.
  record Text(String text) implements Part {}

  /// A field, with the words that stand in when it is empty.
  record Field(String name, Optional<String> fallback, Slot slot, int start, int end)
      implements Part {}

  /// A field that did not compile, shown in previews only.
  record Broken(String shown) implements Part {}
}
