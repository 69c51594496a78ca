package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What went out and what came back, counted anew whenever a mail, a person or a campaign changes.
final class DashboardViewModel {
  /// How many days can be shown.
  static final List<Integer> SPANS = List.of(7, 14, 30, 90);

  private final Desk desk;
  private final Numbers numbers;
  private final Async async;
  private final Texts texts;
  private final ZoneId zone;
  private final IntegerProperty days = new SimpleIntegerProperty(this, "days", SPANS.getFirst());
  private final ObjectProperty<Whose> whose = new SimpleObjectProperty<>(this, "whose", Whose.ME);
  private final ReadOnlyObjectWrapper<Optional<Overview>> overview =
      new ReadOnlyObjectWrapper<>(this, "overview", Optional.empty());
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(this, "standing", Standing.UNKNOWN);
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private boolean counting;
  private boolean stale;

  DashboardViewModel(Desk desk, Numbers numbers, Async async, Texts texts, ZoneId zone) {
    this.desk = desk;
    this.numbers = numbers;
    this.async = async;
    this.texts = texts;
    this.zone = zone;
  }

  /// How many days the timeline shows.
  IntegerProperty days() {
    return days;
  }

  ObjectProperty<Whose> whose() {
    return whose;
  }

  /// What is shown; empty until it was counted once.
  ReadOnlyObjectProperty<Optional<Overview>> overview() {
    return overview.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Whether this person may see what others sent.
  boolean seesWorkspace() {
    return desk.account().role() == Role.ADMIN;
  }

  /// Follows the store and the state of sync.
  Subscription start() {
    SqliteStore store = desk.store();
    Runnable ended = desk.engine().onState(() -> async.onScreen(this::look));
    look();
    refresh();
    return Subscriptions.of(
        ended::run,
        Subscriptions.onChange(days, this::refresh),
        Subscriptions.onChange(whose, this::refresh),
        store.changes().on(Entity.EMAIL, () -> async.onScreen(this::changed)),
        store.changes().on(Entity.PROSPECT, () -> async.onScreen(this::changed)),
        store.changes().on(Entity.CAMPAIGN, () -> async.onScreen(this::changed)),
        store.changes().on(Entity.CAMPAIGN_PROSPECT, () -> async.onScreen(this::changed)),
        store.changes().on(Entity.TASK, () -> async.onScreen(this::changed)));
  }

  /// Counts anew. While that is under way, further wishes become one.
  void refresh() {
    if (counting) {
      stale = true;
      return;
    }
    counting = true;
    stale = false;
    int span = days.get();
    Whose of = whose.get();
    async.run(
        () -> numbers.read(span, of),
        counted -> {
          counting = false;
          if (stale) {
            refresh();
          } else {
            overview.set(Optional.of(counted));
            load.set(counted.isEmpty() ? new Load.Empty(false) : new Load.Ready());
          }
        },
        e -> {
          counting = false;
          load.set(new Load.Failed(Refusal.words(texts, e)));
        });
  }

  /// While the workspace arrives for the first time, it is counted once, at the end.
  private void changed() {
    if (!standing.get().firstSync()) {
      refresh();
    }
  }

  /// Looks how the server and this machine stand, and whether a new day began.
  private void look() {
    async.latest(
        this,
        () ->
            Standing.of(
                desk.engine().state(), desk.engine().heard(), desk.clock().instant(), texts, zone),
        now -> {
          boolean arrived = standing.get().firstSync() && !now.firstSync();
          standing.set(now);
          if (arrived || isYesterdays()) {
            refresh();
          }
        },
        _ -> {});
  }

  private boolean isYesterdays() {
    LocalDate today = desk.clock().instant().atZone(zone).toLocalDate();
    return overview.get().filter(o -> !o.days().getLast().date().equals(today)).isPresent();
  }
}
