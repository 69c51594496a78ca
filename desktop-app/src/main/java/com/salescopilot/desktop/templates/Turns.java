package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.Async;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does one piece of work after the other, in order, so that what is written last is what stays. Of
/// several keepings that wait only the last one is done.
final class Turns {
  private final Async async;
  private final Deque<Turn<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  Turns(Async async) {
    this.async = async;
  }

  private record Turn<T>(
      boolean keeping,
      Supplier<T> work,
      Consumer<T> onResult,
      Consumer<RuntimeException> onFailure) {}

  /// Keeps something, unless something newer comes to be kept meanwhile.
  void keep(Runnable work, Consumer<RuntimeException> onFailure) {
    Turn<?> last = waiting.peekLast();
    if (last != null && last.keeping()) {
      waiting.removeLast();
    }
    Supplier<Boolean> kept =
        () -> {
          work.run();
          return true;
        };
    take(new Turn<>(true, kept, _ -> {}, onFailure));
  }

  /// Does something when all before it is done.
  <T> void then(Supplier<T> work, Consumer<T> onResult, Consumer<RuntimeException> onFailure) {
    take(new Turn<>(false, work, onResult, onFailure));
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
