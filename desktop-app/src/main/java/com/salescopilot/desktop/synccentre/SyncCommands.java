package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What one can do about the connection, wherever one is.
final class SyncCommands {
  static final String NOW = "sync.now";
  static final String OFFLINE = "sync.offline";
  static final String ONLINE = "sync.online";
  static final String SIGN_IN = "sync.signIn";
  static final String TRASH = "go.trash";
  static final String REVIEW = "go.conflicts";

  private final Tools tools;
  private final ReadOnlyObjectProperty<SyncState> state;

  SyncCommands(Tools tools, ReadOnlyObjectProperty<SyncState> state) {
    this.tools = tools;
    this.state = state;
  }

  void register() {
    register(NOW, "fth-refresh-cw", Optional.of("F5"), SyncCommands::noSync, this::syncNow);
    register(
        OFFLINE,
        "fth-wifi-off",
        Optional.empty(),
        now -> now instanceof SyncState.OfflineByChoice ? "sync.isOffline" : "",
        () -> inBackground(tools.desk()::goOffline));
    register(
        ONLINE,
        "fth-wifi",
        Optional.empty(),
        now -> now instanceof SyncState.OfflineByChoice ? "" : "sync.isOnline",
        () -> inBackground(tools.desk()::goOnline));
    register(
        SIGN_IN,
        "fth-log-in",
        Optional.empty(),
        now -> now instanceof SyncState.SignedOut ? "" : "sync.isSignedIn",
        () -> tools.navigator().go(new Route.Login()));
    register(
        REVIEW,
        "fth-git-pull-request",
        Optional.empty(),
        this::nobody,
        () -> tools.navigator().go(Route.Conflicts.all()));
    register(
        TRASH,
        "fth-trash-2",
        Optional.empty(),
        this::nobody,
        () -> tools.navigator().go(new Route.Trash()));
  }

  /// Rows are somebody's.
  private String nobody(SyncState now) {
    return tools.desk().lastAccount().isPresent() ? "" : "sync.signInFirst";
  }

  private static String noSync(SyncState now) {
    return switch (now) {
      case SyncState.SignedOut _ -> "sync.signInFirst";
      case SyncState.OfflineByChoice _ -> "sync.isOffline";
      case SyncState.Offline _, SyncState.Stopped _, SyncState.Syncing _, SyncState.UpToDate _ ->
          "";
    };
  }

  private void syncNow() {
    tools
        .async()
        .latest(
            this,
            () -> {
              tools.desk().engine().syncNow();
              return true;
            },
            _ -> tools.toasts().done(text("sync.done")),
            e -> tools.toasts().problem(Refusal.words(tools.texts(), e)));
  }

  private void inBackground(Runnable work) {
    tools
        .async()
        .run(
            () -> {
              work.run();
              return true;
            },
            _ -> {},
            e -> tools.toasts().problem(Refusal.words(tools.texts(), e)));
  }

  private void register(
      String id,
      String icon,
      Optional<String> keys,
      Function<SyncState, String> obstacle,
      Runnable action) {
    Commands commands = tools.commands();
    commands.register(
        new Command(
            id,
            text(id),
            text("sync.group"),
            icon,
            keys,
            Bindings.createStringBinding(() -> words(obstacle.apply(state.get())), state),
            action));
  }

  private String words(String key) {
    return key.isEmpty() ? "" : text(key);
  }

  private String text(String key) {
    Texts texts = tools.texts();
    return texts.get(getClass(), key);
  }
}
