package com.salescopilot.model.sim;

import com.salescopilot.model.client.OutboxEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// A client's second file: what of its records is live, in the order of the first of each. It knows
/// nothing of numbers.
final class Journal {
  private final Map<UUID, OutboxEntry> live = new LinkedHashMap<>();

  /// A record.
  sealed interface Note {
    record Made(OutboxEntry entry) implements Note {}

    record Done(UUID mutation) implements Note {}
  }

  static OutboxEntry unnumbered(OutboxEntry entry) {
    return entry.sealed()
        ? new OutboxEntry(entry.mutation(), entry.stamp(), OptionalLong.empty(), entry.replay())
        : entry;
  }

  Map<UUID, OutboxEntry> live() {
    return live;
  }

  void append(Note note) {
    switch (note) {
      case Note.Made(OutboxEntry entry) -> live.put(entry.mutation().id(), unnumbered(entry));
      case Note.Done(UUID mutation) -> live.remove(mutation);
    }
  }

  void rewrite(List<OutboxEntry> waiting) {
    live.clear();
    waiting.forEach(entry -> append(new Note.Made(entry)));
  }

  void lose() {
    live.clear();
  }

  /// Some records cannot be read.
  void lose(Dice dice) {
    live.keySet().removeIf(id -> dice.oneIn(2));
  }
}
