package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.SyncServer;
import com.salescopilot.desktop.remote.Trashed;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was deleted and can be brought back: all of it while the server can be asked, otherwise
/// what was deleted here and the server has not been told of.
final class TrashViewModel {
  private static final Set<Entity> KINDS =
      Set.of(Entity.PROSPECT, Entity.TEMPLATE, Entity.EMAIL_DRAFT);

  private final Desk desk;
  private final SqliteStore store;
  private final Edits edits;
  private final Async async;
  private final Texts texts;
  private final Moments moments;
  private final Deciding deciding;
  private final RowNames names;
  private final ObservableList<Buried> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());

  TrashViewModel(Desk desk, Edits edits, Async async, Toasts toasts, Texts texts, ZoneId zone) {
    this.desk = desk;
    this.store = desk.store();
    this.edits = edits;
    this.async = async;
    this.texts = texts;
    this.moments = new Moments(texts, desk.clock(), zone);
    this.deciding = new Deciding(new Decisions(store, edits), edits, async, toasts, texts);
    this.names = new RowNames(store, texts);
  }

  /// A row that was deleted.
  ///
  /// @param sentence by whom and when
  record Buried(Doc row, String name, String sentence) {}

  private record Found(List<Buried> rows, String notice) {}

  ObservableList<Buried> rows() {
    return rows;
  }

  /// Why not all of it is shown; empty if it is.
  ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  Subscription start() {
    refresh();
    Subscriptions all = new Subscriptions();
    Runnable ended = desk.engine().onState(() -> async.onScreen(this::refresh));
    all.add(ended::run);
    KINDS.forEach(kind -> all.add(store.changes().on(kind, () -> async.onScreen(this::refresh))));
    return all;
  }

  void refresh() {
    async.latest(
        this,
        this::find,
        found -> {
          if (!rows.equals(found.rows())) {
            rows.setAll(found.rows());
          }
          notice.set(found.notice());
          load.set(rows.isEmpty() ? new Load.Empty(false) : new Load.Ready());
        },
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  /// Brings a row back.
  void restore(Buried buried) {
    async.run(
        () -> edits.restore(buried.row()),
        done -> {
          deciding.say(
              text("trash.restored", buried.name()), done.undo().map(List::of).orElse(List.of()));
          refresh();
        },
        deciding::refused);
  }

  private Found find() {
    List<Buried> found = new ArrayList<>();
    Set<RowKey> known = new HashSet<>();
    for (OutboxEntry entry : store.outbox().reversed()) {
      RowKey key = entry.mutation().change().target();
      if (entry.mutation().change() instanceof Change.Delete && isGone(key) && known.add(key)) {
        store
            .beneath(key)
            .ifPresent(
                row ->
                    found.add(
                        buried(row, text("trash.here", moments.ago(entry.stamp().editedAt())))));
      }
    }
    try {
      for (Trashed grave : desk.engine().ask(SyncServer::trash)) {
        if (isGone(grave.row().key()) && known.add(grave.row().key())) {
          found.add(buried(grave.row(), text("trash.by", who(grave), moments.at(grave.at()))));
        }
      }
      return new Found(found, "");
    } catch (RemoteException e) {
      return new Found(found, text("trash.needsServer", Refusal.words(texts, e)));
    }
  }

  private boolean isGone(RowKey key) {
    return KINDS.contains(key.entity()) && store.row(key).isEmpty();
  }

  private Buried buried(Doc row, String sentence) {
    return new Buried(row, text("row." + row.entity().table(), names.name(row)), sentence);
  }

  private String who(Trashed grave) {
    boolean own = grave.by().equals(Optional.of(desk.account().user().value()));
    return own ? text("history.you") : grave.name().orElseGet(() -> text("history.somebody"));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
