package com.salescopilot.model.sim;

import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The mutations that a client's server has not confirmed, in order, those it has, and what the
/// journal must hear of a transaction before it commits.
final class Outbox {
  private final Bug bug;
  private final Consumer<Runnable> undo;
  private final List<OutboxEntry> entries = new ArrayList<>();
  private final Map<UUID, OutboxEntry> acked = new LinkedHashMap<>();
  private final List<Journal.Note> noted = new ArrayList<>();

  /// @param undo takes how a step is taken back
  Outbox(Bug bug, Consumer<Runnable> undo) {
    this.bug = bug;
    this.undo = undo;
  }

  /// Takes over what another one holds.
  void copyFrom(Outbox other) {
    entries.clear();
    entries.addAll(other.entries);
    acked.clear();
    acked.putAll(other.acked);
  }

  void lose() {
    entries.clear();
    acked.clear();
  }

  /// Those that the server has confirmed, in order.
  List<OutboxEntry> acked() {
    return List.copyOf(acked.values());
  }

  List<OutboxEntry> entries() {
    return entries;
  }

  /// Those that are not here, and those that say something else and have not left.
  List<OutboxEntry> newIn(List<OutboxEntry> known) {
    List<OutboxEntry> found = new ArrayList<>();
    for (OutboxEntry entry : known) {
      UUID id = entry.mutation().id();
      Optional<OutboxEntry> here = byId(id);
      boolean differs = here.isPresent() && !here.get().sealed() && !here.get().equals(entry);
      if (differs || (here.isEmpty() && !acked.containsKey(id))) {
        found.add(entry);
      }
    }
    return found;
  }

  /// What was noted since this was asked last.
  List<Journal.Note> takeNoted() {
    List<Journal.Note> taken = List.copyOf(noted);
    noted.clear();
    return taken;
  }

  Optional<OutboxEntry> byId(UUID mutation) {
    int at = place(mutation);
    return at < 0 ? Optional.empty() : Optional.of(entries.get(at));
  }

  private int place(UUID mutation) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).mutation().id().equals(mutation)) {
        return i;
      }
    }
    return -1;
  }

  List<OutboxEntry> on(Set<RowKey> keys) {
    List<OutboxEntry> on = new ArrayList<>();
    for (OutboxEntry entry : entries) {
      for (RowKey touched : entry.mutation().change().touches()) {
        if (keys.contains(touched)) {
          on.add(entry);
          break;
        }
      }
    }
    return bug == Bug.FOLDED_BACKWARDS ? on.reversed() : on;
  }

  Optional<OutboxEntry> newest() {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    OutboxEntry newest = entries.getLast();
    return Optional.of(
        bug == Bug.SEALED_EDIT_GROWS
            ? new OutboxEntry(newest.mutation(), newest.stamp(), OptionalLong.empty())
            : newest);
  }

  List<OutboxEntry> after(long seq, int most) {
    List<OutboxEntry> after = new ArrayList<>();
    for (OutboxEntry entry : entries) {
      if (after.size() < most && entry.seq().orElse(Long.MAX_VALUE) > seq) {
        after.add(entry);
      }
    }
    return after;
  }

  void keep(OutboxEntry entry) {
    int at = place(entry.mutation().id());
    if (at < 0) {
      entries.add(entry);
      undo.accept(entries::removeLast);
      if (bug != Bug.EDIT_NOT_IN_JOURNAL) {
        noted.add(new Journal.Note.Made(entry));
      }
      return;
    }
    OutboxEntry before = entries.set(at, entry);
    undo.accept(() -> entries.set(at, before));
    if (!Journal.unnumbered(before).equals(Journal.unnumbered(entry))) {
      noted.add(new Journal.Note.Made(entry));
    }
  }

  void drop(OutboxEntry entry) {
    int at = place(entry.mutation().id());
    if (at >= 0) {
      OutboxEntry before = entries.remove(at);
      undo.accept(() -> entries.add(at, before));
      if (bug != Bug.JOURNAL_NEVER_HEARS_OF_THE_END) {
        noted.add(new Journal.Note.Done(entry.mutation().id()));
      }
    }
  }

  void confirm(OutboxEntry entry) {
    drop(entry);
    if (acked.putIfAbsent(entry.mutation().id(), entry) == null) {
      undo.accept(() -> acked.remove(entry.mutation().id()));
    }
  }
}
