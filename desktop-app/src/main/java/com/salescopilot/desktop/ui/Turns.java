package com.salescopilot.desktop.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does one piece of work after the other, in order, so that what is written last is what stays. Of
/// several keepings that wait only the last one is done.
public final class Turns {
  private final Async async;
  private final Deque<Turn<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  public Turns(Async async) {
    this.async = async;
  }

  private record Turn<T>(
      Optional<String> keeps,
      Supplier<T> work,
      Consumer<T> onResult,
      Consumer<RuntimeException> onFailure) {}

  /// Keeps something, unless something newer of the same name comes to be kept before its turn.
  public void keep(String name, Runnable work, Consumer<RuntimeException> onFailure) {
    Supplier<Boolean> kept =
        () -> {
          work.run();
          return true;
        };
    keep(name, kept, _ -> {}, onFailure);
  }

  /// Keeps something, unless something newer of the same name comes to be kept before its turn, and
  /// hands on what came of it.
  public <T> void keep(
      String name, Supplier<T> work, Consumer<T> onResult, Consumer<RuntimeException> onFailure) {
    Optional<String> keeps = Optional.of(name);
    for (Iterator<Turn<?>> back = waiting.descendingIterator(); back.hasNext(); ) {
      Optional<String> before = back.next().keeps();
      if (before.isEmpty()) {
        break; // what stands before other work is part of it
      }
      if (before.equals(keeps)) {
        back.remove();
      }
    }
    take(new Turn<>(keeps, work, onResult, onFailure));
  }

  /// Does something when all before it is done.
  public <T> void then(
      Supplier<T> work, Consumer<T> onResult, Consumer<RuntimeException> onFailure) {
    take(new Turn<>(Optional.empty(), work, onResult, onFailure));
  }

  private void take(Turn<?> turn) {
    waiting.addLast(turn);
    next();
  }

  private void next() {
    if (!busy && !waiting.isEmpty()) {
      busy = true;
      begin(waiting.removeFirst());
    }
  }

  private <T> void begin(Turn<T> turn) {
    async.run(
        turn.work(),
        result -> {
          busy = false;
          turn.onResult().accept(result);
          next();
        },
        e -> {
          busy = false;
          turn.onFailure().accept(e);
          next();
        });
  }
}
