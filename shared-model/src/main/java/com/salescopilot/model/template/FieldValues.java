package com.salescopilot.model.template;

import java.util.Map;

/// The values of one recipient and sender, by the names of [FieldCatalogue].
///
/// @param byName untrusted texts; a field without an entry is empty
public record FieldValues(Map<String, String> byName) {

  /// Keeps a copy.
  public FieldValues {
    byName = Map.copyOf(byName);
  }

  /// The value of a field; empty if there is none.
  String of(String name) {
    return byName.getOrDefault(name, "");
  }
}
