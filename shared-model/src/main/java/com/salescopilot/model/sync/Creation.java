package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldCheck;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row made of a client's fields, or why it cannot be made.
record Creation(Doc row, Optional<Result> refusal) {

  static Creation of(Context context, RowKey target, SortedMap<String, Value> fields) {
    Entity entity = target.entity();
    Doc row = new Doc(entity, target.id(), 0, new TreeMap<>());
    SortedMap<String, Value> kept = new TreeMap<>();
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      Optional<Result> problem =
          problem(
              entity, field.getKey(), Optional.of(field.getValue()), FieldSpec.Writer.CLIENT_ONCE);
      if (problem.isPresent()) {
        return new Creation(row, problem);
      }
      stored(context, entity, field.getKey(), field.getValue())
          .ifPresent(value -> kept.put(field.getKey(), value));
    }
    row = new Doc(entity, target.id(), 0, kept);
    if (entity == Entity.TASK) {
      Optional<Result> problem = TaskRules.problem(row);
      if (problem.isPresent()) {
        return new Creation(row, problem);
      }
    }
    for (String needed : EntitySpec.of(entity).required()) {
      if (row.get(needed).isEmpty()) {
        return new Creation(
            row, Optional.of(Result.rejected(RejectCode.INVALID, needed, needed + " is missing.")));
      }
    }
    return new Creation(RowDefaults.complete(context, row), Optional.empty());
  }

  /// The form in which a value is kept.
  static Optional<Value> stored(Context context, Entity entity, String name, Value value) {
    FieldSpec spec = RowDefaults.field(entity, name).orElseThrow();
    if (spec.kind() == FieldSpec.Kind.BODY) {
      return Optional.of(Bodies.complete(value));
    }
    Optional<Value> normal = spec.normalise(value);
    return name.equals("prospectId") ? normal.map(context::prospect) : normal;
  }

  /// The fields of a second creation without those that were set for good by the first and are the
  /// same: two machines may make one row.
  static SortedMap<String, Value> withoutSettled(Doc existing, SortedMap<String, Value> fields) {
    SortedMap<String, Value> left = new TreeMap<>(fields);
    if (existing.entity() == Entity.CAMPAIGN_STEP) {
      left.keySet().removeAll(List.of("position", "variant")); // it may have got another place
    }
    left.entrySet()
        .removeIf(
            field ->
                RowDefaults.field(existing.entity(), field.getKey())
                    .filter(spec -> spec.writer() == FieldSpec.Writer.CLIENT_ONCE)
                    .filter(
                        spec ->
                            spec.same(
                                existing.get(field.getKey()), spec.normalise(field.getValue())))
                    .isPresent());
    return left;
  }

  static SortedMap<String, FieldPatch> asPatch(Entity entity, SortedMap<String, Value> fields) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          boolean map =
              RowDefaults.field(entity, name)
                  .filter(f -> f.kind() == FieldSpec.Kind.MAP)
                  .isPresent();
          if (map && value instanceof Value.Fields members) {
            SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
            members.members().forEach((key, v) -> keys.put(key, unknownBefore(v)));
            set.put(name, new FieldPatch.PerKey(keys));
          } else {
            set.put(name, unknownBefore(value));
          }
        });
    return set;
  }

  /// A restored row keeps what clients never write: its maker, its times, its state.
  static Doc keepServerFields(Doc made, Doc buried) {
    Doc row = made;
    for (Map.Entry<String, Value> field : buried.fields().entrySet()) {
      boolean server =
          RowDefaults.field(made.entity(), field.getKey())
              .filter(f -> f.writer() != FieldSpec.Writer.SERVER)
              .isEmpty();
      if (server && !field.getKey().equals("updatedAt")) {
        row = row.with(field.getKey(), field.getValue());
      }
    }
    return row;
  }

  /// Why a client may not set this field to this value.
  static Optional<Result> problem(
      Entity entity, String name, Optional<Value> value, FieldSpec.Writer strongest) {
    Optional<FieldSpec> spec = RowDefaults.field(entity, name);
    if (spec.isEmpty()) {
      return unknown(entity, name);
    }
    Optional<String> why =
        switch (spec.get().writer()) {
          case CLIENT -> Optional.empty();
          case CLIENT_ONCE ->
              strongest == FieldSpec.Writer.CLIENT_ONCE
                  ? Optional.empty()
                  : Optional.of("is set once, when the row is made");
          case SERVER -> Optional.of("is set by the server alone");
        };
    return why.or(() -> value.flatMap(v -> FieldCheck.problem(spec.get(), v)))
        .map(problem -> Result.rejected(RejectCode.INVALID, name, name + " " + problem + "."));
  }

  static Optional<Result> unknown(Entity entity, String name) {
    return Optional.of(
        Result.rejected(
            RejectCode.INVALID, name, "A " + entity.table() + " has no field " + name + "."));
  }

  private static FieldPatch.Whole unknownBefore(Value value) {
    return new FieldPatch.Whole(new Before.Unknown(), Optional.of(value));
  }
}
