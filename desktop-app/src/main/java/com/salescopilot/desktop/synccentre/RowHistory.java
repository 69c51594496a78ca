package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.PastChange;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.RowKey;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was done to one row, as the server remembers it.
final class RowHistory {
  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final Moments moments;
  private final People people;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());

  RowHistory(Desk desk, Async async, Texts texts, Moments moments, People people) {
    this.desk = desk;
    this.async = async;
    this.texts = texts;
    this.moments = moments;
    this.people = people;
  }

  /// A row's history.
  ///
  /// @param name what the row is called
  /// @param notice what is said in place of steps, or while they come; empty if they are there
  record Shown(String name, String notice, List<Step> steps) {}

  /// One change.
  record Step(String who, String what, List<WaitingChange.Line> lines, String when) {}

  /// Empty while no row is asked for.
  ReadOnlyObjectProperty<Optional<Shown>> shown() {
    return shown.getReadOnlyProperty();
  }

  void close() {
    shown.set(Optional.empty());
  }

  /// Shows a row's.
  ///
  /// @param onNames is called if it told names that were not known here
  void open(RowKey row, Runnable onNames) {
    String name = new RowNames(desk.store(), texts).of(row);
    shown.set(Optional.of(new Shown(name, text("history.reading"), List.of())));
    async.latest(
        this,
        () -> {
          List<PastChange> past = desk.engine().ask(server -> server.history(row));
          boolean learned = people.learn(past);
          return new Read(past.stream().map(this::step).toList(), learned);
        },
        read -> {
          String notice = read.steps().isEmpty() ? text("history.none") : "";
          shown.set(Optional.of(new Shown(name, notice, read.steps())));
          if (read.learned()) {
            onNames.run();
          }
        },
        e ->
            shown.set(
                Optional.of(
                    new Shown(
                        name,
                        e instanceof RemoteException
                            ? text("history.needsServer", Refusal.words(texts, e))
                            : Refusal.words(texts, e),
                        List.of()))));
  }

  private record Read(List<Step> steps, boolean learned) {}

  private Step step(PastChange past) {
    ChangeWords words = new ChangeWords(new RowNames(desk.store(), texts), texts);
    boolean own = past.by().equals(Optional.of(desk.account().user().value()));
    String who =
        own
            ? text("history.you")
            : past.name()
                .orElseGet(() -> text(past.by().isEmpty() ? "history.server" : "history.somebody"));
    return new Step(
        who,
        past.change().map(words::of).orElseGet(() -> text("history.other", past.op())),
        past.change().map(words::lines).orElse(List.of()),
        moments.at(past.at()));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
