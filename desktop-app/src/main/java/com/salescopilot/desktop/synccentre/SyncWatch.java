package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncEngine;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// How this machine and the server stand, for whoever works here.
final class SyncWatch implements Subscription {
  private final Desk desk;
  private final Async async;
  private final ReadOnlyObjectWrapper<SyncState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new SyncState.SignedOut(0));
  private @Nullable SyncEngine followed;
  private final Subscription moving;
  private Runnable stop = () -> {};

  /// @param moves changes when somebody goes elsewhere in the program, also when they sign in
  SyncWatch(Desk desk, Async async, ObservableValue<?> moves) {
    this.desk = desk;
    this.async = async;
    moving = Subscriptions.onChange(moves, this::follow);
    follow();
  }

  ReadOnlyObjectProperty<SyncState> state() {
    return state.getReadOnlyProperty();
  }

  private void follow() {
    if (desk.lastAccount().isEmpty()) {
      return;
    }
    SyncEngine engine = desk.engine();
    if (engine != followed) {
      stop.run();
      followed = engine;
      stop = engine.onState(() -> async.onScreen(() -> read(engine)));
      read(engine);
    }
  }

  private void read(SyncEngine engine) {
    async.latest(this, engine::state, state::set, _ -> {});
  }

  @Override
  public void close() {
    moving.close();
    stop.run();
  }
}
