package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The conflicts of this person, one of them in full.
final class ConflictsViewModel {
  private final SqliteStore store;
  private final Async async;
  private final Texts texts;
  private final Conflicts conflicts;
  private final Deciding deciding;
  private final RowHistory history;
  private final ObservableList<Review> reviews = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Review>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper(this, "all");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> wanted = Optional.empty();

  ConflictsViewModel(Desk desk, Edits edits, Async async, Toasts toasts, Texts texts, ZoneId zone) {
    this.store = desk.store();
    this.async = async;
    this.texts = texts;
    Moments moments = new Moments(texts, desk.clock(), zone);
    People people = new People(store);
    this.conflicts = new Conflicts(desk, texts, moments, people);
    this.deciding = new Deciding(new Decisions(store, edits), edits, async, toasts, texts);
    this.history = new RowHistory(desk, async, texts, moments, people);
  }

  ObservableList<Review> reviews() {
    return reviews;
  }

  /// The one that is looked at.
  ReadOnlyObjectProperty<Optional<Review>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// How many there are, listed or not.
  ReadOnlyIntegerProperty all() {
    return all.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  RowHistory history() {
    return history;
  }

  /// @param first the one to begin with
  Subscription start(Optional<UUID> first) {
    wanted = first;
    history.close();
    refresh();
    Subscriptions following = new Subscriptions();
    for (Entity entity : Entity.values()) {
      following.add(store.changes().on(entity, () -> async.onScreen(this::refresh)));
    }
    return following;
  }

  void refresh() {
    async.latest(
        this,
        () -> conflicts.first(SyncCentreViewModel.MOST),
        this::show,
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  /// Looks at another one.
  void choose(Review review) {
    if (!isChosen(review)) {
      history.close();
    }
    wanted = Optional.of(review.card().source().id());
    chosen.set(Optional.of(review));
  }

  /// Does what was decided about the one that is looked at; the next one is looked at then.
  ///
  /// @param value what was typed in place of both values
  void decide(Card.Decision decision, Optional<String> value) {
    chosen
        .get()
        .ifPresent(review -> deciding.decide(review.card(), decision, value, this::refresh));
  }

  /// Shows what was done to the row.
  void openHistory() {
    chosen
        .get()
        .flatMap(review -> About.row(review.card().source()))
        .ifPresent(row -> history.open(row, this::refresh));
  }

  private boolean isChosen(Review review) {
    return wanted.equals(Optional.of(review.card().source().id()));
  }

  private void show(Conflicts.Found found) {
    int place = Math.max(0, place());
    if (!reviews.equals(found.reviews())) {
      reviews.setAll(found.reviews());
    }
    all.set(found.all());
    Optional<Review> next =
        reviews.stream().filter(this::isChosen).findFirst().or(() -> at(found.reviews(), place));
    next.ifPresent(this::choose);
    chosen.set(next);
    load.set(reviews.isEmpty() ? new Load.Empty(false) : new Load.Ready());
  }

  private int place() {
    for (int i = 0; i < reviews.size(); i++) {
      if (isChosen(reviews.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Review> at(List<Review> reviews, int place) {
    return reviews.isEmpty()
        ? Optional.empty()
        : Optional.of(reviews.get(Math.min(place, reviews.size() - 1)));
  }
}
