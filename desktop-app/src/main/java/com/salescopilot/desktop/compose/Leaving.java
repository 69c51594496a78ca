package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The seconds in which mails can be taken back, and what is said of them. That they are stopped is
/// said when it is so and not when it is wished.
final class Leaving {
  /// The sentence may go before the answer comes, which says its own.
  private static final Duration STOPPING = Duration.ofMinutes(2);

  private final Desk desk;
  private final Edits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;

  Leaving(Desk desk, Edits edits, Async async, Toasts toasts, Texts texts) {
    this.desk = desk;
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// Says that mails were sent.
  ///
  /// @param back takes each of them back
  /// @param seconds how long that can be done; the server counts them from when it hears of the
  ///   mail, so here they are over first
  void say(List<Change> back, int seconds) {
    boolean online = isOnline();
    String words = text(online ? "compose.sent" : "compose.sentOffline", back.size());
    if (seconds == 0) {
      toasts.doneForGood(words);
      return;
    }
    toasts.say(
        new Toasts.Toast(
            online ? Toasts.Kind.COUNTDOWN : Toasts.Kind.DONE,
            words,
            Optional.of(new Toasts.Action(text("common.undo"), () -> stop(back))),
            Duration.ofSeconds(seconds)));
  }

  private boolean isOnline() {
    return switch (desk.engine().state()) {
      case SyncState.SignedOut _,
          SyncState.OfflineByChoice _,
          SyncState.Offline _,
          SyncState.Stopped _ ->
          false;
      case SyncState.Syncing _, SyncState.UpToDate _ -> true;
    };
  }

  private void stop(List<Change> back) {
    SqliteStore store = desk.store();
    List<UUID> mails = back.stream().map(change -> change.target().id()).toList();
    async.run(
        () -> {
          back.forEach(edits::submit);
          return Stopped.of(store, mails);
        },
        now -> {
          if (now instanceof Stopped.NotKnown) {
            new Following(store, mails).begin();
          } else {
            tell(now);
          }
        },
        e -> toasts.problem(Refusal.words(texts, e)));
  }

  private void tell(Stopped now) {
    switch (now) {
      case Stopped.NotKnown _ -> {}
      case Stopped.All(int mails) -> toasts.done(text("compose.stopped", mails));
      case Stopped.TooLate(int left, int mails) ->
          toasts.problem(
              left == mails
                  ? text("compose.onItsWay", mails)
                  : text("compose.someOnTheirWay", left, mails));
    }
  }

  private String text(String key, Object... values) {
    return texts.get(Leaving.class, key, values);
  }

  /// Waits for the server's word on mails that it knows.
  private final class Following {
    private final SqliteStore store;
    private final List<UUID> mails;
    private final Subscriptions listening = new Subscriptions();
    private final Toasts.Toast stopping;
    private boolean known;

    Following(SqliteStore store, List<UUID> mails) {
      this.store = store;
      this.mails = mails;
      this.stopping =
          new Toasts.Toast(
              Toasts.Kind.UNDERWAY,
              text(isOnline() ? "compose.stopping" : "compose.stoppingOffline", mails.size()),
              Optional.empty(),
              STOPPING);
    }

    void begin() {
      toasts.say(stopping);
      listening.add(store.changes().on(Entity.EMAIL, () -> async.onScreen(this::look)));
      look(); // it may have become known before anybody listened
    }

    private void look() {
      async.latest(
          this, () -> Stopped.of(store, mails), this::learn, _ -> {}); // the next change asks again
    }

    private void learn(Stopped now) {
      if (known || now instanceof Stopped.NotKnown) {
        return;
      }
      known = true;
      listening.close();
      toasts.dismiss(stopping);
      tell(now);
    }
  }
}
