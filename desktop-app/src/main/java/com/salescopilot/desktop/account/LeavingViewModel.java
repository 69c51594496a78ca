package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Questions;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Logging out, and what becomes of what waits.
final class LeavingViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Questions questions;
  private final Surroundings surroundings;
  private final Runnable left;
  private final Runnable elsewhere;
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(this, "standing", new Standing(0, false));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  /// @param left is told when nobody works here any more
  /// @param elsewhere is told when another workspace is open
  LeavingViewModel(Tools tools, Surroundings surroundings, Runnable left, Runnable elsewhere) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
    questions = tools.questions();
    this.surroundings = surroundings;
    this.left = left;
    this.elsewhere = elsewhere;
  }

  /// @param waiting changes that have not reached the server
  /// @param removed whether this person is in the workspace no more
  record Standing(long waiting, boolean removed) {}

  ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  Subscription start() {
    Runnable ended = desk.engine().onState(() -> async.onScreen(this::look));
    look();
    return ended::run;
  }

  private void look() {
    async.latest(this, this::read, standing::set, _ -> {});
  }

  private Standing read() {
    SyncState state = desk.engine().state();
    return new Standing(
        desk.pendingEverywhere(),
        state instanceof SyncState.Stopped(SyncState.Reason reason, long _)
            && reason == SyncState.Reason.MEMBER_REMOVED);
  }

  /// Logs out; what waits stays.
  void logOut() {
    long waiting = standing.get().waiting();
    leave(desk::logOut, told -> text(told ? "leaving.kept" : "leaving.kept.untold", waiting));
  }

  /// Logs out, and takes everything off this machine, if that is really meant.
  void wipe() {
    Questions.Question question =
        Questions.Question.of(
            text("leaving.wipe.title"),
            text("leaving.wipe.why", standing.get().waiting()),
            text("leaving.wipe"),
            text("common.cancel"));
    questions.ask(
        "wipe-now",
        question,
        () -> leave(desk::wipe, told -> text(told ? "leaving.wiped" : "leaving.wiped.untold")));
  }

  private void leave(Supplier<Desk.Left> way, Function<Boolean, String> words) {
    busy.set(true);
    async.run(
        way,
        how -> {
          busy.set(false);
          left.run();
          toasts.done(words.apply(how.told()));
        },
        this::failed);
  }

  /// Writes what waits into a file that somebody chooses.
  void export() {
    String name =
        text("removed.file", LocalDate.ofInstant(desk.clock().instant(), ZoneId.systemDefault()));
    surroundings
        .saveAs(name + ".json")
        .ifPresent(
            file ->
                async.run(
                    () -> UnsyncedWork.of(desk.store()).write(file),
                    count -> toasts.done(text("removed.exported", count, file.toString())),
                    this::failed));
  }

  /// Takes the workspace that one is in no more off this machine, if that is really meant.
  void purge() {
    questions.ask(
        "purge-now",
        Questions.Question.of(
            text("removed.purge.title"),
            text("removed.purge.why", desk.pending()),
            text("removed.purge"),
            text("common.cancel")),
        this::purged);
  }

  private void purged() {
    busy.set(true);
    async.run(
        () -> {
          desk.purge();
          return desk.lastAccount().isPresent();
        },
        another -> {
          busy.set(false);
          (another ? elsewhere : left).run();
          toasts.done(text("removed.purged"));
        },
        this::failed);
  }

  private void failed(RuntimeException e) {
    busy.set(false);
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
