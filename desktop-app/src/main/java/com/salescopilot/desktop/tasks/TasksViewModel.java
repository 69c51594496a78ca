package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What one has to do, all of it or about one prospect.
final class TasksViewModel {
  private final TaskEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ObservableList<TaskRow> rows = FXCollections.observableArrayList();
  private final BooleanProperty withDone = new SimpleBooleanProperty(this, "withDone");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper awaited = new ReadOnlyBooleanWrapper(this, "awaited");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> prospect = Optional.empty();
  private Optional<UUID> unanswered = Optional.empty();

  TasksViewModel(TaskEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  private record Read(List<TaskRow> rows, Optional<String> about, Optional<UUID> unanswered) {}

  ObservableList<TaskRow> rows() {
    return rows;
  }

  /// Whether what is done stands there too.
  BooleanProperty withDone() {
    return withDone;
  }

  /// Whom all this is about; empty if it is about everybody.
  ReadOnlyStringProperty about() {
    return about.getReadOnlyProperty();
  }

  /// Whether a mail to this prospect has no answer yet, so that a task may wait for one.
  ReadOnlyBooleanProperty awaited() {
    return awaited.getReadOnlyProperty();
  }

  /// Why what was typed is no task; empty while nobody tried.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Follows the store.
  ///
  /// @param of the prospect it is about, if it is about one
  Subscription start(Optional<UUID> of) {
    prospect = of;
    problem.set("");
    refresh();
    return Subscriptions.of(
        Subscriptions.onChange(withDone, this::refresh),
        on(Entity.TASK),
        on(Entity.PROSPECT),
        on(Entity.EMAIL));
  }

  private Subscription on(Entity kind) {
    return edits.store().changes().on(kind, () -> async.onScreen(this::refresh));
  }

  void refresh() {
    Optional<UUID> of = prospect;
    TaskEdits.Shown shown = withDone.get() ? TaskEdits.Shown.ALL : TaskEdits.Shown.OPEN;
    async.latest(
        this,
        () ->
            new Read(edits.list(of, shown), of.flatMap(edits::name), of.flatMap(edits::unanswered)),
        this::show,
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  private void show(Read read) {
    if (!rows.equals(read.rows())) {
      rows.setAll(read.rows());
    }
    about.set(read.about().orElse(""));
    unanswered = read.unanswered();
    awaited.set(unanswered.isPresent());
    load.set(read.rows().isEmpty() ? new Load.Empty(prospect.isPresent()) : new Load.Ready());
  }

  /// Writes a task down.
  ///
  /// @param onlyIfSilent whether an answer makes it needless
  void add(String title, Optional<Instant> due, boolean onlyIfSilent, Runnable onAdded) {
    if (title.isBlank()) {
      problem.set(text("tasks.noTitle"));
      return;
    }
    problem.set("");
    TaskEdits.Wanted wanted =
        new TaskEdits.Wanted(title.strip(), due, prospect, unanswered.filter(_ -> onlyIfSilent));
    async.run(
        () -> edits.create(wanted),
        done -> {
          toasts.done(text("tasks.added", wanted.title()), undo(done));
          onAdded.run();
        },
        e -> problem.set(Refusal.words(texts, e)));
  }

  /// Says that it is done, or is not after all; either can be taken back.
  void toggle(TaskRow row) {
    done(
        () -> edits.toggle(row),
        text(row.isDone() ? "tasks.reopened" : "tasks.ticked", row.title()));
  }

  /// Deletes it; it can be taken back.
  void delete(TaskRow row) {
    done(() -> edits.delete(row), text("tasks.deleted", row.title()));
  }

  private void done(Supplier<Edits.Done> work, String words) {
    async.run(work, done -> toasts.done(words, undo(done)), this::refused);
  }

  private Toasts.Action undo(Edits.Done done) {
    return new Toasts.Action(
        text("common.undo"),
        () ->
            done.undo()
                .ifPresent(
                    change -> async.run(() -> edits.takeBack(change), _ -> {}, this::refused)));
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(TasksViewModel.class, key, values);
  }
}
