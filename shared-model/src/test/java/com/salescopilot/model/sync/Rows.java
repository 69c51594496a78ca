package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Rows in a map, with every write remembered.
final class Rows implements View {
  final Map<RowKey, Doc> rows = new TreeMap<>();
  private final Map<RowKey, Grave> graves = new TreeMap<>();
  private final Map<RowKey, Map<String, FieldWrite>> writes = new HashMap<>();

  /// Applies a change and keeps what it does.
  Result take(Mutation mutation, Stamp stamp) {
    Result result = Apply.apply(this, mutation, stamp);
    for (RowChange change : result.rows()) {
      change
          .after()
          .ifPresentOrElse(
              row -> {
                rows.put(change.key(), row);
                graves.remove(change.key());
              },
              () -> {
                rows.remove(change.key());
                graves.put(change.key(), new Grave(change.key(), 0, change.before()));
              });
      FieldWrite write = new FieldWrite(mutation.id(), stamp.actor(), stamp.editedAt());
      Map<String, FieldWrite> fields = writes.computeIfAbsent(change.key(), k -> new HashMap<>());
      WrittenFields.of(change).forEach(field -> fields.put(field, write));
      fields.put("", write);
    }
    return result;
  }

  Doc get(Entity entity, UUID id) {
    return row(new RowKey(entity, id)).orElseThrow();
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    return Optional.ofNullable(rows.get(key));
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    return Optional.ofNullable(graves.get(key));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    return Optional.ofNullable(writes.getOrDefault(key, Map.of()).get(field));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    return lastWrite(key, "");
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    return rows.values().stream()
        .filter(row -> NaturalKey.of(row).equals(Optional.of(key)))
        .map(Doc::id)
        .findFirst();
  }
}
