package com.salescopilot.model.sync;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/// What a mutation changes. A patch carries the value it replaces, a command says what is wanted
/// and leaves the fields to the rules.
public sealed interface Change
    permits Change.Create, Change.Patch, Change.Delete, Change.Restore, Command {

  /// The row it is about.
  RowKey target();

  /// Every row it may write, known without looking at any, because ids are derived.
  default Set<RowKey> touches() {
    return Set.of(target());
  }

  /// A new row. On an existing id it is a patch that knows no before-values.
  record Create(RowKey target, SortedMap<String, Value> fields) implements Change {}

  /// Fields set against the values they had.
  record Patch(RowKey target, SortedMap<String, FieldPatch> set) implements Change {}

  /// A row removed.
  ///
  /// @param rev the version its author saw, if they saw one
  record Delete(RowKey target, OptionalLong rev) implements Change {}

  /// A removed row brought back with these fields.
  record Restore(RowKey target, SortedMap<String, Value> fields) implements Change {}
}
