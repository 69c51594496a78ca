package com.salescopilot.model.client;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.FieldPatch;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes back a change that has not left this machine, as if it had never been made. What came
/// later and builds on it must go first.
public final class Discard {
  private Discard() {}

  /// How it ended.
  public sealed interface Answer {

    /// It is no more.
    record Done(Change change) implements Answer {}

    /// It may have left, so only another change takes it back.
    record Left() implements Answer {}

    /// Another one builds on it.
    record Needed(Change by) implements Answer {}

    /// It is not among what waits: the server has it, or it was joined with another.
    record Unknown() implements Answer {}
  }

  static Answer of(ClientTx tx, UUID mutation) {
    Optional<OutboxEntry> found = tx.pending(mutation);
    if (found.isEmpty()) {
      return new Answer.Unknown();
    }
    OutboxEntry entry = found.get();
    if (entry.sealed()) {
      return new Answer.Left();
    }
    Change change = entry.mutation().change();
    boolean later = false;
    for (OutboxEntry other : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      if (later && buildsOn(other.mutation().change(), change)) {
        return new Answer.Needed(other.mutation().change());
      }
      later |= other.mutation().id().equals(mutation);
    }
    tx.drop(entry);
    PageReader.refold(tx, new LinkedHashSet<>(change.touches()));
    return new Answer.Done(change);
  }

  /// Whether a later change would mean something else, or nothing, without an earlier one.
  public static boolean buildsOn(Change later, Change earlier) {
    if (!Collections.disjoint(later.touches(), earlier.touches())) {
      if (earlier instanceof Change.Patch first) {
        return switch (later) {
          case Change.Patch second -> meet(first, second);
          case Change.Delete _ -> false;
          case Change.Create _, Change.Restore _, Command _ -> true;
        };
      }
      return true;
    }
    boolean makes = !(earlier instanceof Change.Patch);
    if ((makes || later instanceof Command) && mentions(later, earlier.touches())) {
      return true;
    }
    return later instanceof Change.Delete
        && earlier instanceof Command
        && mentions(earlier, later.touches());
  }

  private static boolean mentions(Change change, Set<RowKey> rows) {
    String json = Codec.encode(change);
    return rows.stream().anyMatch(row -> json.contains(row.id().toString()));
  }

  private static boolean meet(Change.Patch first, Change.Patch second) {
    return first.target().equals(second.target())
        && first.set().entrySet().stream()
            .anyMatch(
                field ->
                    Optional.ofNullable(second.set().get(field.getKey()))
                        .filter(again -> meet(field.getValue(), again))
                        .isPresent());
  }

  private static boolean meet(FieldPatch first, FieldPatch second) {
    return !(first instanceof FieldPatch.PerKey(var keys)
        && second instanceof FieldPatch.PerKey(var others)
        && Collections.disjoint(keys.keySet(), others.keySet()));
  }
}
