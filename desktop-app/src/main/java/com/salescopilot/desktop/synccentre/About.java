package com.salescopilot.desktop.synccentre;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What a conflict row says.
final class About {
  private About() {}

  /// Its kind; empty if this version does not know it, or the row is not complete here yet.
  static Optional<Conflict.Kind> kind(Doc conflict) {
    return conflict
        .text("kind")
        .flatMap(
            name ->
                Arrays.stream(Conflict.Kind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst());
  }

  /// The row that it is about.
  static Optional<RowKey> row(Doc conflict) {
    return conflict
        .text("entity")
        .flatMap(Entity::named)
        .flatMap(entity -> conflict.uuid("entityId").map(id -> new RowKey(entity, id)));
  }

  /// Why a change was refused.
  static Optional<RejectCode> code(Doc conflict) {
    return conflict
        .text("code")
        .flatMap(
            name ->
                Arrays.stream(RejectCode.values())
                    .filter(code -> code.name().equals(name))
                    .findFirst());
  }

  /// The change that was refused; empty if a version of the program made it that knows more.
  static Optional<Change> change(Doc conflict) {
    try {
      return conflict
          .get("mutation")
          .filter(Value.Fields.class::isInstance)
          .map(value -> Codec.read((Value.Fields) value));
    } catch (CodecException _) {
      return Optional.empty();
    }
  }

  /// The mutation that lost.
  static Optional<UUID> mutation(Doc conflict) {
    return conflict.uuid("mutationId");
  }

  /// The row that was deleted, with what its editor wanted.
  static Optional<Doc> buried(Doc conflict) {
    Optional<RowKey> row = row(conflict);
    Optional<Value> whole =
        kind(conflict).equals(Optional.of(Conflict.Kind.GONE))
            ? conflict.get("mine")
            : conflict.get("was");
    if (row.isEmpty() || whole.isEmpty() || !(whole.get() instanceof Value.Fields fields)) {
      return Optional.empty();
    }
    Doc buried = new Doc(row.get().entity(), row.get().id(), 0, new TreeMap<>(fields.members()));
    return Optional.of(
        change(conflict)
            .filter(Change.Patch.class::isInstance)
            .map(Change.Patch.class::cast)
            .map(patch -> with(buried, patch))
            .orElse(buried));
  }

  private static Doc with(Doc row, Change.Patch patch) {
    Doc edited = row;
    for (var field : patch.set().entrySet()) {
      edited =
          switch (field.getValue()) {
            case FieldPatch.Whole(var _, Optional<Value> now) -> edited.with(field.getKey(), now);
            case FieldPatch.PerKey(var keys) ->
                edited.with(field.getKey(), keys(edited, field.getKey(), keys));
          };
    }
    return edited;
  }

  private static Value keys(Doc row, String name, SortedMap<String, FieldPatch.Whole> keys) {
    SortedMap<String, Value> members = new TreeMap<>();
    if (row.get(name).orElse(Value.Fields.none()) instanceof Value.Fields(var old)) {
      members.putAll(old);
    }
    keys.forEach(
        (key, whole) ->
            whole
                .now()
                .ifPresentOrElse(value -> members.put(key, value), () -> members.remove(key)));
    return new Value.Fields(members);
  }
}
