package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What an import keeps to take itself back: of whom it made, a hash of what they were made of; of
/// whom it changed, each field before and after, and when they had been changed before.
///
/// ```json
/// {"made":{"0197…":"9f86…"},"changed":{"0197…":{"as":"2c26…","at":"2026-…","set":{"company":{"now":"Acme"}}}}}
/// ```
final class UndoData {
  private final SortedMap<String, Value> made = new TreeMap<>();
  private final SortedMap<String, Value> changed = new TreeMap<>();

  void made(Doc row) {
    made.put(row.id().toString(), Value.text(hash(row)));
  }

  void changed(Doc before, Doc after) {
    SortedMap<String, Value> set = new TreeMap<>();
    SortedMap<String, Value> was = flat(before);
    SortedMap<String, Value> now = flat(after);
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      Optional<Value> old = Optional.ofNullable(was.get(name));
      Optional<Value> young = Optional.ofNullable(now.get(name));
      if (!old.equals(young)) {
        SortedMap<String, Value> step = new TreeMap<>();
        old.ifPresent(value -> step.put("was", value));
        young.ifPresent(value -> step.put("now", value));
        set.put(name, new Value.Fields(step));
      }
    }
    SortedMap<String, Value> entry = new TreeMap<>();
    entry.put("as", Value.text(hash(after)));
    before.get("updatedAt").ifPresent(at -> entry.put("at", at));
    entry.put("set", new Value.Fields(set));
    changed.put(before.id().toString(), new Value.Fields(entry));
  }

  Value value() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("made", new Value.Fields(made));
    members.put("changed", new Value.Fields(changed));
    return new Value.Fields(members);
  }

  /// The same without some people.
  static Value without(Value undo, List<UUID> people) {
    SortedMap<String, Value> left = new TreeMap<>();
    members(undo)
        .forEach(
            (kind, each) -> {
              SortedMap<String, Value> others = new TreeMap<>(members(each));
              people.forEach(id -> others.remove(id.toString()));
              left.put(kind, new Value.Fields(others));
            });
    return new Value.Fields(left);
  }

  /// A hash of what people wrote in a row.
  static String hash(Doc row) {
    return Hash128.of(CanonicalJson.of(new Value.Fields(flat(row)))).hex();
  }

  /// What people wrote in a row, a custom field as `customFields.plan`.
  static SortedMap<String, Value> flat(Doc row) {
    SortedMap<String, Value> flat = new TreeMap<>();
    for (FieldSpec field : EntitySpec.of(row.entity()).fields()) {
      Optional<Value> value =
          field.writer() == FieldSpec.Writer.SERVER ? Optional.empty() : row.get(field.name());
      if (value.isPresent() && field.kind() == FieldSpec.Kind.MAP) {
        members(value.get()).forEach((key, v) -> flat.put(field.name() + "." + key, v));
      } else {
        value.ifPresent(v -> flat.put(field.name(), v));
      }
    }
    return flat;
  }

  static SortedMap<String, Value> members(Value value) {
    return value instanceof Value.Fields(var members) ? members : new TreeMap<>();
  }
}
