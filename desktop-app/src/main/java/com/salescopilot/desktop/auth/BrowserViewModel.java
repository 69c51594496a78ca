package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.BrowserSignIn;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.ui.Async;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Signing in by the browser, at somebody who knows this person already.
final class BrowserViewModel {
  private final DoorState door;
  private final Async async;
  private final Surroundings surroundings;
  private final RandomGenerator random;
  private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper(this, "link", "");
  private Optional<BrowserSignIn> waiting = Optional.empty();

  BrowserViewModel(DoorState door, Async async, Surroundings surroundings, RandomGenerator random) {
    this.door = door;
    this.async = async;
    this.surroundings = surroundings;
    this.random = random;
  }

  /// Where one goes on in the browser; empty while nobody does.
  ReadOnlyStringProperty link() {
    return link.getReadOnlyProperty();
  }

  void begin(BrowserSignIn.Provider provider) {
    cancel();
    String thanks = door.text("auth.browser.thanks");
    async.latest(
        this,
        () -> {
          BrowserSignIn begun = BrowserSignIn.begin(door.address(), provider, thanks, random);
          boolean _ = surroundings.browse(begun.link());
          return begun;
        },
        this::await,
        door::fail);
  }

  private void await(BrowserSignIn begun) {
    waiting = Optional.of(begun);
    link.set(begun.link());
    begun.onReturn(
        code -> async.onScreen(() -> back(begun, code)),
        refused -> async.onScreen(() -> failed(begun, refused)));
  }

  private void back(BrowserSignIn begun, String code) {
    if (waiting.equals(Optional.of(begun))) {
      end();
      door.enter(() -> begun.exchange(code, door.desk().clock()));
    }
  }

  private void failed(BrowserSignIn begun, RemoteException refused) {
    if (waiting.equals(Optional.of(begun))) {
      end();
      door.fail(refused);
    }
  }

  /// Waits for the browser no more.
  void cancel() {
    async.latest(this, () -> true, _ -> {}, _ -> {}); // one that is just beginning comes too late
    end();
  }

  private void end() {
    waiting.ifPresent(BrowserSignIn::close);
    waiting = Optional.empty();
    link.set("");
  }
}
