package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Shell;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What happens between the wish to quit and the end: what waits is sent if that is quick. All of
/// it is on disk, so only mails are worth a question, for somebody waits for them.
final class Farewell {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Desk desk;
  private final Async async;
  private final Supplier<AppGraph> graph;
  private final Supplier<Texts> texts;
  private final Runnable end;
  private boolean underWay;

  /// @param graph what is in the window now
  /// @param end closes the window
  Farewell(Desk desk, Async async, Supplier<AppGraph> graph, Supplier<Texts> texts, Runnable end) {
    this.desk = desk;
    this.async = async;
    this.graph = graph;
    this.texts = texts;
    this.end = end;
  }

  /// What waits, and whether a server can be told of it.
  private record Waiting(long changes, int mails, boolean reachable, boolean failing) {
    boolean isWorthTrying() {
      return changes > 0 && reachable && (mails > 0 || !failing);
    }
  }

  /// Somebody wants to quit; a second wish meanwhile changes nothing.
  void begin() {
    if (underWay) {
      return;
    }
    underWay = true;
    async.run(this::waiting, this::go, _ -> end.run());
  }

  private Waiting waiting() {
    long changes = desk.pending();
    if (changes == 0) {
      return new Waiting(0, 0, false, false);
    }
    SyncState state = desk.engine().state();
    boolean reachable =
        switch (state) {
          case SyncState.SignedOut _, SyncState.OfflineByChoice _, SyncState.Stopped _ -> false;
          case SyncState.Offline _, SyncState.Syncing _, SyncState.UpToDate _ -> true;
        };
    return new Waiting(changes, desk.mailsWaiting(), reachable, state instanceof SyncState.Offline);
  }

  private void go(Waiting waiting) {
    if (!waiting.isWorthTrying()) {
      ask(waiting.mails());
      return;
    }
    Toasts.Toast sending =
        new Toasts.Toast(
            Toasts.Kind.UNDERWAY,
            texts.get().get(Shell.class, "quit.sending"),
            Optional.empty(),
            PATIENCE);
    Toasts toasts = graph.get().toasts();
    if (waiting.mails() > 0) {
      toasts.say(sending);
    }
    async.run(
        this::pushed,
        mails -> {
          toasts.dismiss(sending);
          ask(mails);
        },
        _ -> end.run());
  }

  private int pushed() {
    try {
      desk.engine().pushFor(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return desk.mailsWaiting();
  }

  private void ask(int mails) {
    underWay = false;
    if (mails == 0) {
      end.run();
    } else {
      graph.get().shell().askToQuit(mails, end);
    }
  }
}
