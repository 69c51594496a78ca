package com.salescopilot.desktop.shell;

import java.time.Duration;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the program says in passing: what was done, and how to take it back. At most three at a
/// time; all of them are kept in a log.
public final class Toasts {
  /// How long one stays.
  public static final Duration STAYS = Duration.ofSeconds(6);

  private static final int AT_ONCE = 3;
  private static final int KEPT = 200;
  private static final int UNDOABLE = 50;

  private final ObservableList<Toast> shown = FXCollections.observableArrayList();
  private final ObservableList<Toast> undoable = FXCollections.observableArrayList();
  private final ObservableList<Toast> log = FXCollections.observableArrayList();

  /// How a toast is meant.
  public enum Kind {
    DONE,
    PROBLEM,
    /// It happens when the time is over; until then a ring shows what is left of it.
    COUNTDOWN,
    /// Something that nobody did just now, such as the time of a task.
    NOTICE,
    /// It has begun, and how it ends is said later.
    UNDERWAY
  }

  /// What a toast's button does.
  public record Action(String label, Runnable run) {}

  /// One saying.
  public record Toast(Kind kind, String text, Optional<Action> action, Duration stays) {}

  /// Something was done.
  public void done(String text) {
    say(new Toast(Kind.DONE, text, Optional.empty(), STAYS));
  }

  /// Something was done and can be taken back, also when the toast is gone.
  public void done(String text, Action undo) {
    Toast toast = new Toast(Kind.DONE, text, Optional.of(undo), STAYS);
    remember(toast);
    say(toast);
  }

  /// Something was done and there is no way back. Taking back what was done last stops here: it
  /// must not take back what was done before.
  public void doneForGood(String text) {
    Toast toast = new Toast(Kind.DONE, text, Optional.empty(), STAYS);
    remember(toast);
    say(toast);
  }

  /// Takes back what was done last, as the button of its toast does.
  ///
  /// @return what was done last, if there is no way back from it
  public Optional<Toast> undo() {
    Optional<Toast> last = newest();
    last.filter(toast -> toast.action().isPresent()).ifPresent(this::act);
    return last.filter(toast -> toast.action().isEmpty());
  }

  /// Whether there is something to take back.
  boolean canUndo() {
    return newest().isPresent();
  }

  /// What was done and can be taken back though its toast may be gone, the newest first; between
  /// them, without an action, what cannot.
  public ObservableList<Toast> undoable() {
    return undoable;
  }

  private Optional<Toast> newest() {
    return log.stream()
        .filter(
            toast ->
                undoable.contains(toast)
                    || (toast.kind() == Kind.DONE
                        && toast.action().isPresent()
                        && shown.contains(toast)))
        .findFirst();
  }

  private void remember(Toast toast) {
    undoable.addFirst(toast);
    if (undoable.size() > UNDOABLE) {
      undoable.removeLast();
    }
  }

  /// What was done by somebody else cannot be taken back by who comes now.
  void forget() {
    undoable.clear();
    shown.clear();
  }

  /// Does what the button of a toast offers; each does so once.
  public void act(Toast toast) {
    undoable.remove(toast);
    shown.remove(toast);
    toast.action().ifPresent(action -> action.run().run());
  }

  /// Something did not work. What happened, what is safe, what to do.
  public void problem(String text) {
    say(new Toast(Kind.PROBLEM, text, Optional.empty(), STAYS.multipliedBy(2)));
  }

  /// Says it.
  public void say(Toast toast) {
    log.addFirst(toast);
    if (log.size() > KEPT) {
      log.removeLast();
    }
    if (shown.size() == AT_ONCE) {
      shown.removeFirst();
    }
    shown.add(toast);
  }

  /// Takes it away; not another one that says the same.
  @SuppressWarnings("ReferenceEquality") // the time of one that is gone already may end now
  public void dismiss(Toast toast) {
    shown.removeIf(each -> each == toast);
  }

  /// Those that stand on the window now, the oldest first.
  public ObservableList<Toast> shown() {
    return shown;
  }

  /// All of them, the newest first.
  public ObservableList<Toast> log() {
    return log;
  }
}
