package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The fields that a change really set, as they are searched for on a clash: `jobTitle`, or
/// `customFields.budget` for a key of a map. A write that lost its clash set nothing.
public final class WrittenFields {
  private WrittenFields() {}

  /// The names of the fields that differ.
  public static Set<String> of(RowChange change) {
    Set<String> names = new TreeSet<>();
    for (FieldSpec field : EntitySpec.of(change.key().entity()).fields()) {
      Optional<Value> before = change.before().flatMap(row -> row.get(field.name()));
      Optional<Value> after = change.after().flatMap(row -> row.get(field.name()));
      if (field.kind() == FieldSpec.Kind.MAP) {
        keys(field.name(), before, after, names);
      } else if (!before.equals(after)) {
        names.add(field.name());
      }
    }
    return names;
  }

  /// Those of them that clients write, and so may clash on.
  public static Set<String> byClients(RowChange change) {
    Set<String> names = new TreeSet<>(of(change));
    for (FieldSpec field : EntitySpec.of(change.key().entity()).fields()) {
      if (field.writer() == FieldSpec.Writer.SERVER) {
        names.remove(field.name());
      }
    }
    return names;
  }

  private static void keys(
      String map, Optional<Value> before, Optional<Value> after, Set<String> names) {
    Value.Fields was = fields(before);
    Value.Fields now = fields(after);
    Set<String> keys = new TreeSet<>(was.members().keySet());
    keys.addAll(now.members().keySet());
    for (String key : keys) {
      if (!Optional.ofNullable(was.members().get(key))
          .equals(Optional.ofNullable(now.members().get(key)))) {
        names.add(map + "." + key);
      }
    }
  }

  private static Value.Fields fields(Optional<Value> value) {
    return value.isPresent() && value.get() instanceof Value.Fields fields
        ? fields
        : Value.Fields.none();
  }

  static Optional<Value> member(Doc row, String map, String key) {
    return Optional.ofNullable(fields(row.get(map)).members().get(key));
  }
}
