package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// What a client shows: the server's rows with its own pending mutations applied in order.
///
/// Law, held by tests: `fold(apply(base, m), rest)` is `fold(base, m + rest)`, so nothing flickers
/// when the server confirms.
public final class Fold {
  private Fold() {}

  /// A pending mutation with the stamp of its author's machine.
  public record Pending(Mutation mutation, Stamp stamp) {}

  /// The rows that the pending mutations change; an empty value is a row they remove.
  public static SortedMap<RowKey, Optional<Doc>> fold(View base, List<Pending> pending) {
    Overlay overlay = new Overlay(base);
    View view = new Undecided(overlay);
    for (Pending next : pending) {
      Result result = Apply.apply(view, next.mutation(), next.stamp());
      overlay.add(next.mutation(), next.stamp(), named(next.mutation().change(), result));
    }
    return overlay.changed();
  }

  /// What a change does to the rows that it names. An edit of a prospect that was merged meanwhile
  /// does something to another one; that is shown when the server confirms it, because nothing here
  /// would take it back if the server does not.
  private static Result named(Change change, Result result) {
    Set<RowKey> touches = change.touches();
    List<RowChange> rows =
        result.rows().stream().filter(row -> touches.contains(row.key())).toList();
    return new Result(result.outcome(), rows, result.conflicts(), result.events());
  }

  /// A view that leaves uniqueness to the server. Otherwise what a row shows would depend on which
  /// other rows happen to be folded with it.
  private record Undecided(View rows) implements View {
    @Override
    public Optional<Doc> row(RowKey key) {
      return rows.row(key);
    }

    @Override
    public Optional<Grave> grave(RowKey key) {
      return rows.grave(key);
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key, String field) {
      return rows.lastWrite(key, field);
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key) {
      return rows.lastWrite(key);
    }

    @Override
    public Optional<UUID> find(NaturalKey key) {
      return Optional.empty();
    }
  }

  /// The rows that must be folded anew when some changed: all that are linked to them by pending
  /// mutations.
  public static Set<RowKey> affected(Set<RowKey> changed, List<Pending> pending) {
    Set<RowKey> affected = new LinkedHashSet<>(changed);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Pending next : pending) {
        Set<RowKey> touches = next.mutation().change().touches();
        if (touches.stream().anyMatch(affected::contains)) {
          grew |= affected.addAll(touches);
        }
      }
    }
    return affected;
  }
}
