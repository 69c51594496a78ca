package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Entity;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Sync centre shows, and what is decided there.
final class SyncCentreViewModel {
  /// More of a kind are counted, not shown: who decides decides one after the other.
  static final int MOST = 100;

  private final SqliteStore store;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ReadOnlyObjectProperty<SyncState> state;
  private final Moments moments;
  private final Problems problems;
  private final Decisions decisions;
  private final RowNames rows;
  private final ChangeWords changes;
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ObservableList<WaitingChange> waiting = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Totals> totals =
      new ReadOnlyObjectWrapper<>(this, "totals", new Totals(0, 0));
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
    this.store = desk.store();
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.state = state;
    this.moments = new Moments(texts, desk.clock(), zone);
    this.problems = new Problems(desk, texts, moments);
    this.decisions = new Decisions(store, edits);
    this.rows = new RowNames(store, texts);
    this.changes = new ChangeWords(rows, texts);
  }

  /// How many there are of each kind, shown or not.
  record Totals(long problems, long waiting) {}

  private record Read(Problems.Found problems, List<WaitingChange> waiting) {}

  ObservableList<Card> cards() {
    return cards;
  }

  ObservableList<WaitingChange> waiting() {
    return waiting;
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
    async.run(
        () -> {
          decisions.make(card.source(), decision);
          return true;
        },
        _ -> {
          toasts.done(text("done." + decision.name()));
          refresh();
        },
        e -> toasts.problem(String.valueOf(e.getMessage())));
  }

  private Read read() {
    return new Read(problems.first(MOST), store.outbox(MOST).stream().map(this::waiting).toList());
  }

  private WaitingChange waiting(OutboxEntry entry) {
    var change = entry.mutation().change();
    return new WaitingChange(
        entry.mutation().id(),
        changes.of(change),
        rows.of(change.target()),
        moments.ago(entry.stamp().editedAt()),
        entry.sealed(),
        store.row(change.target()).flatMap(_ -> Places.of(change.target(), store)));
  }

  private void show(Read read) {
    if (!cards.equals(read.problems().cards())) {
      cards.setAll(read.problems().cards());
    }
    if (!waiting.equals(read.waiting())) {
      waiting.setAll(read.waiting());
    }
    long all = Math.max(state.get().waiting(), read.waiting().size());
    totals.set(new Totals(read.problems().all(), all));
    boolean nothing = cards.isEmpty() && waiting.isEmpty();
    load.set(nothing ? new Load.Empty(false) : new Load.Ready());
  }

  private void failed(RuntimeException e) {
    load.set(new Load.Failed(String.valueOf(e.getMessage())));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
