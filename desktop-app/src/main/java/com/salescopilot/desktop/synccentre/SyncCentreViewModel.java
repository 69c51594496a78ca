package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.Discard;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.Change;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Sync centre shows, and what is decided there.
final class SyncCentreViewModel {
  /// More of a kind are counted, not shown: who decides decides one after the other.
  static final int MOST = 100;

  private final Desk desk;
  private final SqliteStore store;
  private final Edits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ReadOnlyObjectProperty<SyncState> state;
  private final Moments moments;
  private final Problems problems;
  private final Conflicts conflicts;
  private final Deciding deciding;
  private final Waitings waitings;
  private final RowHistory history;
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ObservableList<Review> reviews = FXCollections.observableArrayList();
  private final ObservableList<WaitingChange> waiting = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Totals> totals =
      new ReadOnlyObjectWrapper<>(this, "totals", new Totals(0, 0, 0));
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());

  SyncCentreViewModel(
      Desk desk,
      Edits edits,
      Async async,
      Toasts toasts,
      Texts texts,
      ReadOnlyObjectProperty<SyncState> state,
      ZoneId zone) {
    this.desk = desk;
    this.store = desk.store();
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.state = state;
    this.moments = new Moments(texts, desk.clock(), zone);
    this.problems = new Problems(desk, texts, moments);
    People people = new People(store);
    this.conflicts = new Conflicts(desk, texts, moments, people);
    this.deciding = new Deciding(new Decisions(store, edits), edits, async, toasts, texts);
    this.waitings = new Waitings(store, texts, moments);
    this.history = new RowHistory(desk, async, texts, moments, people);
  }

  /// How many there are of each kind, shown or not.
  record Totals(long mails, long conflicts, long waiting) {
    long problems() {
      return mails + conflicts;
    }
  }

  private record Read(
      Problems.Found problems, Conflicts.Found conflicts, List<WaitingChange> waiting) {}

  ObservableList<Card> cards() {
    return cards;
  }

  /// The conflicts, to be reviewed elsewhere.
  ObservableList<Review> reviews() {
    return reviews;
  }

  ObservableList<WaitingChange> waiting() {
    return waiting;
  }

  RowHistory history() {
    return history;
  }

  /// Shows what was done to the row of a change.
  void openHistory(WaitingChange change) {
    history.open(change.key(), this::refresh);
  }

  /// What was done here, the newest first; what has an action can be taken back.
  ObservableList<Toasts.Toast> steps() {
    return toasts.undoable();
  }

  /// Takes a step back.
  void takeBack(Toasts.Toast step) {
    toasts.act(step);
  }

  ReadOnlyObjectProperty<Totals> totals() {
    return totals.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SyncState> state() {
    return state;
  }

  /// What the state means for this person, in one or two sentences.
  String sentence() {
    return switch (state.get()) {
      case SyncState.SignedOut _ -> text("state.signedOut");
      case SyncState.OfflineByChoice _ -> text("state.byChoice");
      case SyncState.Offline(var since, long _, String why) ->
          text("state.offline", why, moments.at(since));
      case SyncState.Stopped(SyncState.Reason reason, long _) ->
          text("state.stopped." + reason.name());
      case SyncState.Syncing(long _, boolean first) ->
          text(first ? "state.first" : "state.syncing");
      case SyncState.UpToDate(var at) -> text("state.upToDate", moments.at(at));
    };
  }

  Subscription start() {
    refresh();
    Subscriptions all = Subscriptions.of(Subscriptions.onChange(state, this::refresh));
    for (Entity entity : Entity.values()) {
      all.add(store.changes().on(entity, () -> async.onScreen(this::refresh)));
    }
    return all;
  }

  void refresh() {
    async.latest(this, this::read, this::show, e -> failed(e));
  }

  /// Does what was decided about a card.
  void decide(Card card, Card.Decision decision) {
    deciding.decide(card, decision, Optional.empty(), this::refresh);
  }

  /// Takes a change back that has not left this machine.
  void discard(WaitingChange change) {
    String words = text("waiting.words", change.row(), change.what());
    async.run(
        () -> desk.discard(change.id()),
        answer -> {
          switch (answer) {
            case Discard.Answer.Done(Change gone) -> discarded(words, gone);
            case Discard.Answer.Left _ -> toasts.problem(text("discard.left"));
            case Discard.Answer.Needed(Change by) -> toasts.problem(waitings.needed(by));
            case Discard.Answer.Unknown _ -> toasts.problem(text("discard.unknown"));
          }
          refresh();
        },
        deciding::refused);
  }

  private void discarded(String words, Change gone) {
    toasts.done(
        text("discard.done", words),
        new Toasts.Action(
            text("common.undo"),
            () -> async.run(() -> edits.submit(gone), _ -> refresh(), deciding::refused)));
  }

  private Read read() {
    return new Read(problems.first(MOST), conflicts.first(MOST), waitings.first(MOST));
  }

  private void show(Read read) {
    set(cards, read.problems().cards());
    set(reviews, read.conflicts().reviews());
    set(waiting, read.waiting());
    long all = Math.max(state.get().waiting(), read.waiting().size());
    totals.set(new Totals(read.problems().all(), read.conflicts().all(), all));
    boolean nothing = cards.isEmpty() && waiting.isEmpty() && reviews.isEmpty();
    load.set(nothing ? new Load.Empty(false) : new Load.Ready());
  }

  private static <T> void set(ObservableList<T> shown, List<T> now) {
    if (!shown.equals(now)) {
      shown.setAll(now);
    }
  }

  private void failed(RuntimeException e) {
    load.set(new Load.Failed(Refusal.words(texts, e)));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
