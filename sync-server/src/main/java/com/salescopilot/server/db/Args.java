package com.salescopilot.server.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a statement's parameters, by name.
///
/// A value is text, a number, a flag, a UUID, a [com.salescopilot.model.id.WorkspaceId] or
/// [com.salescopilot.model.id.UserId], an instant, a date, an enum (by name), bytes, a JSON node, a
/// collection of these (an array; cast it: `:ids::uuid[]`), or an `Optional` of one, whose absence
/// is SQL's null. A parameter that PostgreSQL cannot type by its place needs a cast too:
/// `:since::timestamptz is null`.
public final class Args {

  private static final Args NONE = new Args(Map.of());

  private final Map<String, Object> values;

  private Args(Map<String, Object> values) {
    this.values = values;
  }

  /// For a statement without parameters.
  public static Args none() {
    return NONE;
  }

  /// The first value of a list continued by [#and].
  public static Args of(String name, Object value) {
    return NONE.and(name, value);
  }

  /// These and one more value; the receiver is unchanged.
  ///
  /// @throws IllegalArgumentException if the name has a value already
  public Args and(String name, Object value) {
    var more = new HashMap<>(values);
    if (more.put(name, value) != null) {
      throw new IllegalArgumentException("two values for :" + name);
    }
    return new Args(more);
  }

  /// What JDBC is given for each place of `sql`.
  ///
  /// @throws IllegalArgumentException if a parameter has no value
  List<@Nullable Object> placed(Sql sql) {
    var placed = new java.util.ArrayList<@Nullable Object>(sql.parameters().size());
    for (String parameter : sql.parameters()) {
      Object value = values.get(parameter);
      if (value == null) {
        throw new IllegalArgumentException(sql.name() + ": no value for :" + parameter);
      }
      placed.add(Binding.of(value));
    }
    return placed;
  }
}
