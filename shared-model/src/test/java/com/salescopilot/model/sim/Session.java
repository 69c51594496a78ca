package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one person at one machine may rely on: their own writes are seen at once, and neither a row
/// nor a cursor goes back.
final class Session {
  private final Map<RowKey, Long> newest = new HashMap<>();
  private final Map<StreamKind, Long> cursors = new EnumMap<>(StreamKind.class);

  /// Older files are a new beginning.
  void forget() {
    newest.clear();
    cursors.clear();
  }

  void acknowledged(Machine machine, Change change) {
    Optional<Doc> row = machine.disk().visible(change.target());
    boolean seen =
        switch (change) {
          case Change.Patch patch ->
              (row.isPresent() || isAlias(machine, patch.target()))
                  && patch.set().entrySet().stream()
                      .allMatch(set -> shows(row, set.getKey(), set.getValue()));
          case Change.Create create -> row.isPresent() || isAlias(machine, create.target());
          case Change.Restore restore -> row.isPresent() || isAlias(machine, restore.target());
          case Change.Delete delete -> row.isEmpty();
          default -> row.isPresent();
        };
    if (!seen) {
      throw broken(
          machine, "does not see its own " + change + " of " + row + machine.disk().outbox());
    }
  }

  private static boolean shows(Optional<Doc> row, String name, FieldPatch patch) {
    return switch (patch) {
      case FieldPatch.Whole whole -> row.isEmpty() || row.get().get(name).equals(whole.now());
      case FieldPatch.PerKey(var keys) ->
          row.isEmpty()
              || keys.entrySet().stream()
                  .allMatch(
                      key ->
                          ValuesKept.value(row.get(), name + "." + key.getKey())
                              .equals(key.getValue().now()));
    };
  }

  private static boolean isAlias(Machine machine, RowKey key) {
    return key.entity() == Entity.PROSPECT
        && machine.disk().visible(new RowKey(Entity.PROSPECT_ALIAS, key.id())).isPresent();
  }

  void taken(Machine machine, Page page) {
    for (PullLine line : page.content().lines()) {
      switch (line) {
        case PullLine.Row(Doc row) -> see(machine, row.key(), row.rev());
        case PullLine.Gone(RowKey key, long rev) -> see(machine, key, rev);
        case PullLine.Head head -> {}
        case PullLine.End end -> {}
      }
    }
    page.content()
        .end()
        .acked()
        .filter(acked -> acked.seq() > page.chain().seq())
        .ifPresent(
            acked -> {
              throw broken(machine, "is told of " + acked + ", whose effect it was not shown");
            });
    for (StreamKind stream : StreamKind.values()) {
      long now = machine.disk().cursor(stream).map(Cursor::rev).orElse(0L);
      boolean afresh = machine.disk().isFull(stream) || page.content().full().contains(stream);
      Long before = cursors.put(stream, now);
      if (before != null && now < before && !afresh) {
        throw broken(machine, "the cursor of " + stream + " goes back from " + before);
      }
    }
  }

  private void see(Machine machine, RowKey key, long rev) {
    long known = Math.max(newest.getOrDefault(key, 0L), rev);
    newest.put(key, known);
    Optional<Doc> server = machine.disk().server(key);
    if (server.isPresent() && server.get().rev() < known) {
      throw broken(machine, "I3: " + key + " is older than what was seen");
    }
  }

  private static Broken broken(Machine machine, String what) {
    return new Broken(Oracle.SESSION, "client " + machine.number() + ": " + what);
  }
}
