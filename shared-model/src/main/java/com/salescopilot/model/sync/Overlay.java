package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A view with changes on top that nobody has written yet: later mutations of a batch see what
/// earlier ones did.
public final class Overlay implements View {
  private static final UUID NOBODY = new UUID(0, 0);

  private final View base;
  private final SortedMap<RowKey, Optional<Doc>> changed = new TreeMap<>();
  private final Map<NaturalKey, UUID> holders = new HashMap<>();
  private final Map<RowKey, Map<String, FieldWrite>> writes = new HashMap<>();

  public Overlay(View base) {
    this.base = base;
  }

  /// The view once everything changed so far has been written to the base. Who wrote what is still
  /// remembered here: the base learns it from the log, when all is done.
  public Overlay written() {
    Overlay next = new Overlay(base);
    next.writes.putAll(writes);
    return next;
  }

  /// The rows that differ from the base; an empty value is a removed row.
  public SortedMap<RowKey, Optional<Doc>> changed() {
    return changed;
  }

  /// Takes up what a mutation did.
  public void add(Mutation mutation, Stamp stamp, Result result) {
    for (RowChange change : result.rows()) {
      changed.put(change.key(), change.after());
      change.before().flatMap(NaturalKey::of).ifPresent(key -> holders.put(key, NOBODY));
      change.after().flatMap(NaturalKey::of).ifPresent(key -> holders.put(key, change.key().id()));
      FieldWrite write = new FieldWrite(mutation.id(), stamp.actor(), stamp.editedAt());
      Map<String, FieldWrite> fields = writes.computeIfAbsent(change.key(), k -> new HashMap<>());
      WrittenFields.of(change).forEach(field -> fields.put(field, write));
      fields.put("", write);
    }
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    Optional<Doc> mine = changed.get(key);
    return changed.containsKey(key) && mine != null ? mine : base.row(key);
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    Optional<Doc> mine = changed.get(key);
    if (mine == null) {
      return base.grave(key);
    }
    return mine.isPresent() ? Optional.empty() : Optional.of(new Grave(key, 0, base.row(key)));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    Map<String, FieldWrite> mine = writes.getOrDefault(key, Map.of());
    return mine.containsKey(field)
        ? Optional.ofNullable(mine.get(field))
        : base.lastWrite(key, field);
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    Map<String, FieldWrite> mine = writes.getOrDefault(key, Map.of());
    return mine.containsKey("") ? Optional.ofNullable(mine.get("")) : base.lastWrite(key);
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    UUID mine = holders.get(key);
    if (mine == null) {
      return base.find(key);
    }
    return mine.equals(NOBODY) ? Optional.empty() : Optional.of(mine);
  }
}
