package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Entity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Tells listeners that rows of a kind changed, after the commit. What changes within a moment is
/// told once, so that an import does not make every list read a thousand times.
public final class Changes {
  private static final long MOMENT_MS = 50;

  private final Executor later;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Entity> untold = EnumSet.noneOf(Entity.class);

  /// @param later runs the telling when the moment is over
  Changes(Executor later) {
    this.later = later;
  }

  /// The moment of the product.
  static Executor soon() {
    return CompletableFuture.delayedExecutor(
        MOMENT_MS, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().name("changes").start(task));
  }

  private record Listener(Entity kind, Runnable changed) {}

  /// Listens to a kind of rows. The call comes on a thread of the store's, which it must not hold.
  public Subscription on(Entity kind, Runnable changed) {
    Listener listener = new Listener(kind, changed);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void happened(Set<Entity> kinds) {
    synchronized (untold) {
      boolean waiting = !untold.isEmpty();
      untold.addAll(kinds);
      if (waiting || untold.isEmpty()) {
        return;
      }
    }
    later.execute(this::tell);
  }

  private void tell() {
    Set<Entity> kinds;
    synchronized (untold) {
      kinds = Set.copyOf(untold);
      untold.clear();
    }
    for (Listener listener : listeners) {
      if (kinds.contains(listener.kind())) {
        listener.changed().run();
      }
    }
  }
}
