package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportRows;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Imports in the background, a portion at a time, whatever the window shows meanwhile; after a
/// start it goes on with what was left.
final class Importing {
  private final Portions portions;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
  private boolean running;
  private int whole;

  /// How imports stand.
  sealed interface State {
    /// Nothing was imported since the start.
    record Idle() implements State {}

    /// One is under way.
    ///
    /// @param share of the import that is done, from 0 to 1
    record Running(String file, double share) implements State {}

    record Finished(Portions.Done done) implements State {}
  }

  Importing(Desk desk, Async async, Toasts toasts, Texts texts) {
    this.portions = new Portions(desk);
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Imports rows.
  ///
  /// @param rows made off the screen's thread, as there may be many
  void begin(UUID importId, String file, ImportMode mode, Supplier<ImportRows> rows) {
    state.set(new State.Running(file, 0));
    async.run(
        () -> {
          ImportRows made = rows.get();
          portions.keep(importId, file, mode, made);
          return made.chunks().size();
        },
        chunks -> {
          whole = chunks;
          goOn();
        },
        this::failed);
  }

  /// Goes on with what is left, if anything is.
  void goOn() {
    if (!running) {
      running = true;
      step();
    }
  }

  private void step() {
    async.run(portions::next, this::stepped, this::failed);
  }

  private void stepped(Optional<Portions.UnderWay> done) {
    if (done.isEmpty()) {
      running = false;
      return;
    }
    Portions.UnderWay now = done.get();
    whole = Math.max(whole, now.left() + 1);
    state.set(new State.Running(now.file(), 1 - (double) now.left() / whole));
    if (now.left() == 0) {
      whole = 0;
      async.run(
          () -> portions.done(now.importId()),
          result -> result.ifPresent(this::finished),
          this::failed);
    }
    step();
  }

  private void finished(Portions.Done done) {
    state.set(new State.Finished(done));
    toasts.done(
        texts.get(getClass(), "import.finished", done.created(), done.updated()),
        new Toasts.Action(texts.get(getClass(), "common.undo"), () -> undo(done)));
  }

  /// Takes an import back.
  void undo(Portions.Done done) {
    async.run(
        () -> portions.undo(done.importId()),
        undone -> {
          state.set(new State.Finished(undone));
          toasts.doneForGood(texts.get(getClass(), "import.undone", undone.kept()));
        },
        this::refused);
  }

  /// What is left is kept, and goes on at the next start. Where nothing was under way, whoever
  /// worked here has just left.
  private void failed(RuntimeException e) {
    running = false;
    if (state.get() instanceof State.Running) {
      state.set(new State.Idle());
      refused(e);
    }
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
