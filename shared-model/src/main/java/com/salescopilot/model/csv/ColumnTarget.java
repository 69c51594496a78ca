package com.salescopilot.model.csv;

/// Where a column of a file goes.
public sealed interface ColumnTarget {

  /// A field that every prospect has.
  record Field(ProspectField field) implements ColumnTarget {}

  /// A field of the workspace's own.
  ///
  /// @param key within `customFields`
  record Custom(String key) implements ColumnTarget {}

  /// Nowhere.
  record Ignored() implements ColumnTarget {}
}
