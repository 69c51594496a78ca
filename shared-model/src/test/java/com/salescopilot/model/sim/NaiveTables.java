package com.salescopilot.model.sim;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/// Rows, tombstones and who wrote which field last, in maps.
final class NaiveTables {
  private final Map<String, Map<UUID, Map<String, Value>>> rows = new TreeMap<>();
  private final Map<String, Map<String, Value>> graves = new HashMap<>();
  private final Map<String, Write> writes = new HashMap<>();

  /// What a mutation came to.
  enum Came {
    APPLIED,
    MERGED,
    NOTHING,
    REJECTED
  }

  /// Who wrote a field.
  record Write(UUID mutation, Optional<UUID> user, Optional<UUID> device, Instant editedAt) {

    /// Whether it was later than another one; of two at the same time the one with the greater id.
    boolean laterThan(Write other) {
      int order = editedAt.compareTo(other.editedAt());
      return order != 0
          ? order > 0
          : mutation.toString().compareTo(other.mutation().toString()) > 0;
    }

    boolean sameDevice(Write other) {
      return user.isPresent() && user.equals(other.user()) && device.equals(other.device());
    }
  }

  Map<UUID, Map<String, Value>> table(String entity) {
    return rows.computeIfAbsent(entity, e -> new HashMap<>());
  }

  Optional<Map<String, Value>> row(String entity, UUID id) {
    return Optional.ofNullable(table(entity).get(id));
  }

  boolean isBuried(String entity, UUID id) {
    return graves.containsKey(entity + id);
  }

  Optional<Map<String, Value>> buried(String entity, UUID id) {
    return Optional.ofNullable(graves.get(entity + id));
  }

  void forget(RowKey grave) {
    graves.remove(grave.entity().table() + grave.id());
  }

  Optional<Write> lastWrite(UUID row, String field) {
    return Optional.ofNullable(writes.get(row + field));
  }

  /// Puts a row in place of what was there, and remembers who changed which of its fields.
  void put(String entity, UUID id, Map<String, Value> row, Write by) {
    Map<String, Value> before = table(entity).getOrDefault(id, Map.of());
    Map<String, Value> old = flat(before);
    Map<String, Value> now = flat(row);
    Set<String> fields = new TreeSet<>(old.keySet());
    fields.addAll(now.keySet());
    fields.removeIf(field -> Objects.equals(old.get(field), now.get(field)));
    fields.forEach(field -> writes.put(id + field, by));
    table(entity).put(id, new TreeMap<>(row));
    graves.remove(entity + id);
  }

  void bury(String entity, UUID id, Write by) {
    Map<String, Value> before = table(entity).remove(id);
    graves.put(entity + id, before == null ? Map.of() : before);
    if (before != null) {
      flat(before).keySet().forEach(field -> writes.put(id + field, by));
    }
  }

  void refused(UUID mutation, String field) {
    conflict("REJECTED", DerivedId.conflict(mutation, field));
  }

  /// What a mutation wrote into a field of a row lost.
  void lost(String kind, UUID mutation, UUID row, String field) {
    conflict(kind, DerivedId.conflict(mutation, row, field));
  }

  private void conflict(String kind, UUID id) {
    Map<String, Value> row = new TreeMap<>();
    row.put("kind", Value.text(kind));
    table("conflict").put(id, row);
    graves.remove("conflict" + id);
  }

  /// The prospect that an id stands for.
  UUID survivor(UUID prospect) {
    UUID at = prospect;
    while (row("prospect_alias", at).isPresent()) {
      at = UUID.fromString(text(row("prospect_alias", at).get(), "toId").orElseThrow());
    }
    return at;
  }

  /// Another prospect that has this address.
  Optional<UUID> holder(Map<String, Value> prospect, UUID id) {
    return table("prospect").entrySet().stream()
        .filter(other -> !other.getKey().equals(id))
        .filter(other -> text(other.getValue(), "email").equals(text(prospect, "email")))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void eachRow(Consumer<String> name) {
    rows.forEach(
        (entity, table) ->
            table.forEach(
                (id, row) -> {
                  Optional<String> kind = text(row, "kind");
                  if (!entity.equals("conflict")) {
                    name.accept(entity + " " + id);
                  } else if (kind.isPresent()) {
                    name.accept("conflict " + kind.get() + " " + id);
                  }
                }));
  }

  static Optional<String> text(Map<String, Value> row, String field) {
    return row.get(field) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  private static Map<String, Value> flat(Map<String, Value> row) {
    Map<String, Value> flat = new TreeMap<>();
    row.forEach(
        (field, value) -> {
          if (field.equals("customFields") && value instanceof Value.Fields map) {
            map.members().forEach((key, member) -> flat.put(field + "." + key, member));
          } else {
            flat.put(field, value);
          }
        });
    return flat;
  }
}
