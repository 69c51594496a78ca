package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.SyncWords;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The server that this machine works with, and whether it does.
final class ServerViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ZoneId zone;
  private final ReadOnlyObjectWrapper<Link> link =
      new ReadOnlyObjectWrapper<>(this, "link", new Link("", Mode.SIGNED_OUT));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  ServerViewModel(Desk desk, Async async, Toasts toasts, Texts texts, ZoneId zone) {
    this.desk = desk;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.zone = zone;
  }

  /// What can be done about the connection.
  enum Mode {
    /// There is none before somebody signs in.
    SIGNED_OUT,
    /// It is kept up as well as it can be.
    ONLINE,
    /// Somebody chose to do without.
    OFFLINE
  }

  /// @param words how it stands
  record Link(String words, Mode mode) {}

  String address() {
    return desk.account().server();
  }

  /// Who works here, and as what.
  String person() {
    Account account = desk.account();
    String name = (account.firstName() + " " + account.lastName()).strip();
    String role =
        texts.get(
            getClass(),
            switch (account.role()) {
              case ADMIN -> "settings.role.admin";
              case USER -> "settings.role.user";
            });
    return name.isEmpty()
        ? account.email() + " · " + role
        : name + " · " + account.email() + " · " + role;
  }

  ReadOnlyObjectProperty<Link> link() {
    return link.getReadOnlyProperty();
  }

  /// Whether something is under way that one waits for.
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Follows the state of sync.
  Subscription start() {
    Runnable ended = desk.engine().onState(() -> async.onScreen(this::look));
    look();
    return ended::run;
  }

  /// Exchanges everything with the server now.
  void syncNow() {
    ask(() -> desk.engine().syncNow(), () -> toasts.done(texts.get(getClass(), "settings.synced")));
  }

  /// Stops talking to the server, or begins again.
  void turn() {
    switch (link.get().mode()) {
      case ONLINE -> ask(desk::goOffline, () -> {});
      case OFFLINE -> ask(desk::goOnline, () -> {});
      case SIGNED_OUT -> {
        // there is nothing to turn off
      }
    }
  }

  private void ask(Runnable work, Runnable done) {
    busy.set(true);
    async.run(
        () -> {
          work.run();
          return true;
        },
        _ -> {
          busy.set(false);
          done.run();
          look();
        },
        e -> {
          busy.set(false);
          toasts.problem(texts.get(getClass(), "settings.notSynced", Refusal.words(texts, e)));
          look();
        });
  }

  private void look() {
    async.latest(this, this::read, link::set, _ -> {});
  }

  private Link read() {
    SyncState state = desk.engine().state();
    Mode mode =
        switch (state) {
          case SyncState.SignedOut _ -> Mode.SIGNED_OUT;
          case SyncState.OfflineByChoice _ -> Mode.OFFLINE;
          case SyncState.Offline _,
              SyncState.Stopped _,
              SyncState.Syncing _,
              SyncState.UpToDate _ ->
              Mode.ONLINE;
        };
    return new Link(SyncWords.of(state, 0, texts, zone).text(), mode);
  }
}
