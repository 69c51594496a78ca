package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.remote.Reception;
import com.salescopilot.desktop.store.Subscription;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A new password for who forgot the old one: a code comes by mail and is typed here.
final class NewPasswordViewModel {
  private final DoorState door;
  private final Runnable changed;
  private final StringProperty code = new SimpleStringProperty(this, "code", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyBooleanWrapper hasCode = new ReadOnlyBooleanWrapper(this, "hasCode");

  /// @param changed is told when the new password holds
  NewPasswordViewModel(DoorState door, Runnable changed) {
    this.door = door;
    this.changed = changed;
  }

  DoorState door() {
    return door;
  }

  StringProperty code() {
    return code;
  }

  StringProperty password() {
    return password;
  }

  /// Whether a code is asked for, rather than sent.
  ReadOnlyBooleanProperty hasCode() {
    return hasCode.getReadOnlyProperty();
  }

  Subscription start() {
    Subscription begun = door.start();
    hasCode.set(false);
    return () -> {
      begun.close();
      code.set("");
      password.set("");
    };
  }

  /// Goes on with a code that came before.
  void haveCode() {
    hasCode.set(true);
  }

  void enter() {
    if (door.email().get().isBlank()) {
      door.say("auth.fillEmail");
    } else if (hasCode.get()) {
      reset();
    } else {
      String email = door.email().get().strip();
      door.ask(
          () -> {
            new Reception(door.address()).forgot(email);
            return true;
          },
          hasCode::set);
    }
  }

  private void reset() {
    if (code.get().isBlank() || password.get().isEmpty()) {
      door.say("auth.fillCode");
    } else if (password.get().length() < DoorState.SHORTEST_PASSWORD) {
      door.say("auth.shortPassword", DoorState.SHORTEST_PASSWORD);
    } else {
      String email = door.email().get().strip();
      String typed = code.get().strip();
      String next = password.get();
      door.ask(
          () -> {
            new Reception(door.address()).reset(email, typed, next);
            return true;
          },
          _ -> changed.run());
    }
  }
}
