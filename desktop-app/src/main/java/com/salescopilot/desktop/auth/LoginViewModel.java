package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.store.Subscription;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Signing in.
final class LoginViewModel {
  private final DoorState door;
  private final StringProperty password = new SimpleStringProperty(this, "password", "");

  LoginViewModel(DoorState door) {
    this.door = door;
  }

  DoorState door() {
    return door;
  }

  StringProperty password() {
    return password;
  }

  Subscription start() {
    Subscription begun = door.start();
    return () -> {
      begun.close();
      password.set("");
    };
  }

  void enter() {
    if (door.email().get().isBlank() || password.get().isEmpty()) {
      door.say("auth.fill");
      return;
    }
    String email = door.email().get().strip();
    String secret = password.get();
    door.enter(
        () -> {
          ServerAddress server = door.address();
          return Session.logIn(
              server, email, secret, door.desk().device(server, email), door.desk().clock());
        });
  }
}
