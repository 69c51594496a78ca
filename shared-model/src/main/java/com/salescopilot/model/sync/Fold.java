package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

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
    for (Pending next : pending) {
      overlay.add(
          next.mutation(), next.stamp(), Apply.apply(overlay, next.mutation(), next.stamp()));
    }
    return overlay.changed();
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
