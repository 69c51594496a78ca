package com.salescopilot.model.sync;

import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;

/// How a patch changes one field.
public sealed interface FieldPatch {

  /// The whole value replaced.
  ///
  /// @param was what the author saw
  /// @param now the new value; empty clears the field
  record Whole(Before was, Optional<Value> now) implements FieldPatch {}

  /// Single keys of a map replaced, the others left alone.
  record PerKey(SortedMap<String, Whole> keys) implements FieldPatch {}
}
