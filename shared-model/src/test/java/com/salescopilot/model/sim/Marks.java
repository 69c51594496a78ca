package com.salescopilot.model.sim;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// How far a client has read each stream, what a full reading has seen, and in which life of the
/// server's database.
final class Marks {
  private final Consumer<Runnable> undo;
  private final Map<StreamKind, Cursor> cursors = new EnumMap<>(StreamKind.class);
  private final Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
  private final Set<RowKey> seen = new LinkedHashSet<>();
  private Optional<UUID> epoch = Optional.empty();

  /// @param undo takes how a step is taken back
  Marks(Consumer<Runnable> undo) {
    this.undo = undo;
  }

  /// Takes over what another one holds.
  void copyFrom(Marks other) {
    cursors.clear();
    cursors.putAll(other.cursors);
    full.clear();
    full.addAll(other.full);
    seen.clear();
    seen.addAll(other.seen);
    epoch = other.epoch;
  }

  Optional<Cursor> cursor(StreamKind stream) {
    return Optional.ofNullable(cursors.get(stream));
  }

  /// Keeps a cursor, or forgets it.
  ///
  /// @param lasting whether a rollback leaves it, as only a broken client's does
  void keep(StreamKind stream, Optional<Cursor> cursor, boolean lasting) {
    Optional<Cursor> before = cursor(stream);
    set(stream, cursor);
    if (!lasting) {
      undo.accept(() -> set(stream, before));
    }
  }

  private void set(StreamKind stream, Optional<Cursor> cursor) {
    cursor.ifPresentOrElse(kept -> cursors.put(stream, kept), () -> cursors.remove(stream));
  }

  Optional<UUID> epoch() {
    return epoch;
  }

  void keep(UUID begun) {
    Optional<UUID> before = epoch;
    epoch = Optional.of(begun);
    undo.accept(() -> epoch = before);
  }

  void forgetFull() {
    full.clear();
  }

  void beginFull(StreamKind stream) {
    boolean was = full.contains(stream);
    List<RowKey> forgotten = seen.stream().filter(key -> key.entity().stream() == stream).toList();
    full.add(stream);
    forgotten.forEach(seen::remove);
    undo.accept(
        () -> {
          seen.addAll(forgotten);
          if (!was) {
            full.remove(stream);
          }
        });
  }

  boolean isFull(StreamKind stream) {
    return full.contains(stream);
  }

  void seen(RowKey key) {
    if (seen.add(key)) {
      undo.accept(() -> seen.remove(key));
    }
  }

  boolean hasSeen(RowKey key) {
    return seen.contains(key);
  }

  void endFull(StreamKind stream) {
    full.remove(stream);
    undo.accept(() -> full.add(stream));
  }
}
