package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Changes as JSON: one form on the wire, in the outbox, in the journal and in the server's log.
///
/// ```json
/// {"op":"patch","entity":"prospect","key":"0197…","set":{"jobTitle":{"was":"CTO","now":"VP Sales"}}}
/// ```
///
/// Law, held by tests: decoding what was encoded gives the same change.
public final class Codec {
  private Codec() {}

  /// The canonical JSON (RFC 8785) of a change.
  public static String encode(Change change) {
    return CanonicalJson.of(write(change));
  }

  /// What two sends of one mutation id are compared by.
  public static Hash128 hash(Change change) {
    return Hash128.of(encode(change));
  }

  /// The change of a JSON text.
  ///
  /// @throws CodecException if it is no change
  public static Change decode(String json) {
    try {
      return read(new Value.Fields(ValueJson.members(ValueJson.object(json))));
    } catch (CodecException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CodecException("", "The change cannot be read: " + e.getMessage() + ".");
    }
  }

  /// The change as a value.
  public static Value.Fields write(Change change) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("entity", Value.text(change.target().entity().table()));
    members.put("key", Value.text(change.target().id().toString()));
    members.put("op", Value.text(op(change)));
    switch (change) {
      case Change.Create create -> members.put("fields", new Value.Fields(create.fields()));
      case Change.Restore restore -> members.put("fields", new Value.Fields(restore.fields()));
      case Change.Delete delete ->
          delete.rev().ifPresent(rev -> members.put("rev", Value.whole(rev)));
      case Change.Patch patch -> members.put("set", writeSet(patch));
      case Command command -> members.putAll(CommandCodec.write(command));
    }
    return new Value.Fields(members);
  }

  /// The change of a value.
  ///
  /// @throws CodecException if it is no change
  public static Change read(Value.Fields object) {
    Members members = new Members(object);
    String op = members.needText("op");
    String table = members.needText("entity");
    Entity entity =
        Entity.named(table)
            .orElseThrow(() -> new CodecException("entity", "There is no entity of that name."));
    RowKey target = new RowKey(entity, members.needId("key"));
    Change change =
        switch (op) {
          case "create" -> new Change.Create(target, members.needFields("fields").members());
          case "restore" -> new Change.Restore(target, members.needFields("fields").members());
          case "delete" -> new Change.Delete(target, members.whole("rev"));
          case "patch" -> new Change.Patch(target, readSet(entity, members.needFields("set")));
          case String command -> CommandCodec.read(command, target, members);
        };
    members.noMore();
    return change;
  }

  /// The name of a change's operation on the wire.
  public static String op(Change change) {
    return switch (change) {
      case Change.Create create -> "create";
      case Change.Patch patch -> "patch";
      case Change.Delete delete -> "delete";
      case Change.Restore restore -> "restore";
      case Command command -> command.op();
    };
  }

  private static Value.Fields writeSet(Change.Patch patch) {
    SortedMap<String, Value> set = new TreeMap<>();
    patch
        .set()
        .forEach(
            (name, field) ->
                set.put(
                    name,
                    switch (field) {
                      case FieldPatch.Whole whole -> writeField(whole);
                      case FieldPatch.PerKey perKey -> {
                        SortedMap<String, Value> keys = new TreeMap<>();
                        perKey.keys().forEach((key, whole) -> keys.put(key, writeField(whole)));
                        yield new Value.Fields(keys);
                      }
                    }));
    return new Value.Fields(set);
  }

  private static Value.Fields writeField(FieldPatch.Whole field) {
    SortedMap<String, Value> members = new TreeMap<>();
    switch (field.was()) {
      case Before.Known(Optional<Value> value) -> value.ifPresent(v -> members.put("was", v));
      case Before.Hashed(String hash) -> {
        SortedMap<String, Value> hashed = new TreeMap<>();
        hashed.put("hash", Value.text(hash));
        members.put("was", new Value.Fields(hashed));
      }
      case Before.Unknown unknown ->
          throw new IllegalStateException("a patch that travels knows what it replaces");
    }
    field.now().ifPresent(v -> members.put("now", v));
    return new Value.Fields(members);
  }

  private static SortedMap<String, FieldPatch> readSet(Entity entity, Value.Fields set) {
    SortedMap<String, FieldPatch> fields = new TreeMap<>();
    set.members()
        .forEach(
            (name, value) -> {
              boolean perKey =
                  RowDefaults.field(entity, name)
                      .filter(f -> f.kind() == FieldSpec.Kind.MAP)
                      .isPresent();
              if (perKey) {
                SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
                object(name, value)
                    .members()
                    .forEach((key, v) -> keys.put(key, readField(name, v)));
                fields.put(name, new FieldPatch.PerKey(keys));
              } else {
                fields.put(name, readField(name, value));
              }
            });
    return fields;
  }

  private static FieldPatch.Whole readField(String name, Value value) {
    Members members = new Members(object(name, value));
    Before was = readBefore(members.value("was"));
    FieldPatch.Whole field = new FieldPatch.Whole(was, members.value("now"));
    members.noMore();
    return field;
  }

  private static Before readBefore(Optional<Value> was) {
    if (was.isPresent()
        && was.get() instanceof Value.Fields fields
        && fields.members().keySet().equals(Set.of("hash"))
        && fields.members().get("hash") instanceof Value.Text(String hash)) {
      return new Before.Hashed(hash);
    }
    return new Before.Known(was);
  }

  private static Value.Fields object(String name, Value value) {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw new CodecException(name, name + " must be an object with was and now.");
  }
}
