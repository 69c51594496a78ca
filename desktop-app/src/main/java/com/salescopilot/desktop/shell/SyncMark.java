package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;

/// The quiet mark on a page whose row has changes that have not reached the server.
public final class SyncMark {
  private SyncMark() {}

  /// Shows it, or not, until the subscription is closed.
  ///
  /// @param row what is shown now; empty as long as there is nothing
  public static Subscription follow(Label mark, Tools tools, Supplier<Optional<RowKey>> row) {
    Texts texts = tools.texts();
    mark.setText(texts.get(SyncMark.class, "common.notSynced"));
    mark.managedProperty().bind(mark.visibleProperty());
    mark.setVisible(false);
    Desk desk = tools.desk();
    Async async = tools.async();
    Runnable look = () -> look(mark, desk.store(), async, row.get());
    look.run();
    Subscriptions all = new Subscriptions();
    row.get()
        .ifPresent(
            key -> all.add(desk.store().changes().on(key.entity(), () -> async.onScreen(look))));
    return all;
  }

  private static void look(Label mark, SqliteStore store, Async async, Optional<RowKey> row) {
    async.latest(
        mark,
        () -> row.filter(key -> store.waiting(key.entity()).contains(key.id())).isPresent(),
        mark::setVisible,
        _ -> mark.setVisible(false));
  }
}
