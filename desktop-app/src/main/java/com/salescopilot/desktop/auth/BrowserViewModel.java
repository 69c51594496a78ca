package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.BrowserSignIn;
import com.salescopilot.desktop.shell.BrowserTrip;
import com.salescopilot.desktop.ui.Async;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyStringProperty;

/// Signing in by the browser, at somebody who knows this person already.
final class BrowserViewModel {
  private final DoorState door;
  private final BrowserTrip trip;
  private final RandomGenerator random;

  BrowserViewModel(DoorState door, Async async, Surroundings surroundings, RandomGenerator random) {
    this.door = door;
    this.trip = new BrowserTrip(async, surroundings);
    this.random = random;
  }

  /// Where one goes on in the browser; empty while nobody does.
  ReadOnlyStringProperty link() {
    return trip.link();
  }

  void begin(BrowserSignIn.Provider provider) {
    String thanks = door.text("auth.browser.thanks");
    trip.begin(
        () -> BrowserSignIn.begin(door.address(), provider, thanks, random),
        (begun, code) -> door.enter(() -> begun.exchange(code, door.desk().clock())),
        door::fail);
  }

  /// Waits for the browser no more.
  void cancel() {
    trip.cancel();
  }
}
