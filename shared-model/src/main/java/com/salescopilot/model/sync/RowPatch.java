package com.salescopilot.model.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A patch from the new values of some fields, as REST and the command line give them: the values
/// they replace are those of the row that their author saw. Maps are patched key by key, null
/// removes a key; half of a body stands for the whole, and the other half is derived from it.
public final class RowPatch {
  private RowPatch() {}

  /// The patch that gives `seen` these values.
  ///
  /// @param values REST names and their new values; null clears a field
  /// @throws IllegalArgumentException with a sentence, if a value has no form here
  public static Change.Patch of(Doc seen, ObjectNode values) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    RowJson.fields(seen.entity(), values)
        .forEach((name, now) -> set.put(name, replaced(seen, name, Optional.of(now))));
    for (String name : RowJson.cleared(seen.entity(), values)) {
      set.put(
          name,
          isMap(seen.entity(), name)
              ? emptied(seen, name)
              : replaced(seen, name, Optional.empty()));
    }
    set.replaceAll(
        (name, whole) ->
            isMap(seen.entity(), name) && values.get(name) instanceof ObjectNode keys
                ? perKey(seen, name, keys)
                : whole);
    return new Change.Patch(seen.key(), set);
  }

  private static FieldPatch replaced(Doc seen, String name, Optional<Value> now) {
    return new FieldPatch.Whole(Before.of(seen.get(name)), now);
  }

  private static FieldPatch perKey(Doc seen, String name, ObjectNode values) {
    SortedMap<String, Value> before = members(seen, name);
    SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
    values
        .properties()
        .forEach(
            member ->
                keys.put(
                    member.getKey(),
                    new FieldPatch.Whole(
                        Before.of(Optional.ofNullable(before.get(member.getKey()))),
                        ValueJson.read(member.getValue()))));
    return new FieldPatch.PerKey(keys);
  }

  private static FieldPatch emptied(Doc seen, String name) {
    SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
    members(seen, name)
        .forEach(
            (key, value) ->
                keys.put(
                    key, new FieldPatch.Whole(Before.of(Optional.of(value)), Optional.empty())));
    return new FieldPatch.PerKey(keys);
  }

  private static SortedMap<String, Value> members(Doc seen, String name) {
    return seen.get(name)
        .flatMap(v -> v instanceof Value.Fields map ? Optional.of(map.members()) : Optional.empty())
        .orElseGet(TreeMap::new);
  }

  private static boolean isMap(Entity entity, String name) {
    return RowDefaults.field(entity, name).filter(f -> f.kind() == FieldSpec.Kind.MAP).isPresent();
  }
}
