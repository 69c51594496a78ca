package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.Hash128;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Optional;

/// Whether a patch finds what its author saw.
final class Standing {
  private Standing() {}

  static boolean of(SqliteStore store, Change.Patch patch) {
    Optional<Doc> row = store.row(patch.target());
    return row.isPresent()
        && patch.set().entrySet().stream()
            .allMatch(field -> stands(row.get(), field.getKey(), field.getValue()));
  }

  private static boolean stands(Doc row, String name, FieldPatch patch) {
    return switch (patch) {
      case FieldPatch.Whole(Before was, var _) ->
          stands(EntitySpec.of(row.entity()).field(name), was, row.get(name));
      case FieldPatch.PerKey(var keys) ->
          keys.entrySet().stream()
              .allMatch(
                  key ->
                      stands(
                          Optional.empty(), key.getValue().was(), member(row, name, key.getKey())));
    };
  }

  private static boolean stands(Optional<FieldSpec> spec, Before was, Optional<Value> now) {
    return switch (was) {
      case Before.Known(Optional<Value> value) ->
          spec.map(kind -> kind.same(value.flatMap(kind::normalise), now))
              .orElseGet(() -> value.equals(now));
      case Before.Hashed(String hash) ->
          now.filter(value -> Hash128.of(CanonicalJson.of(value)).hex().equals(hash)).isPresent();
      case Before.Unknown _ -> true;
    };
  }

  private static Optional<Value> member(Doc row, String field, String key) {
    return row.get(field).orElse(Value.Fields.none()) instanceof Value.Fields(var members)
        ? Optional.ofNullable(members.get(key))
        : Optional.empty();
  }
}
