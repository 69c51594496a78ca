package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import com.salescopilot.desktop.store.Subscription;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Making an account, with an invitation or without.
final class SignupViewModel {
  private final DoorState door;
  private final StringProperty firstName = new SimpleStringProperty(this, "firstName", "");
  private final StringProperty lastName = new SimpleStringProperty(this, "lastName", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty invitation = new SimpleStringProperty(this, "invitation", "");

  SignupViewModel(DoorState door) {
    this.door = door;
  }

  DoorState door() {
    return door;
  }

  StringProperty firstName() {
    return firstName;
  }

  StringProperty lastName() {
    return lastName;
  }

  StringProperty password() {
    return password;
  }

  StringProperty invitation() {
    return invitation;
  }

  Subscription start() {
    Subscription begun = door.start();
    return () -> {
      begun.close();
      password.set("");
      invitation.set("");
    };
  }

  void enter() {
    if (door.email().get().isBlank() || password.get().isEmpty()) {
      door.say("auth.fill");
    } else if (password.get().length() < DoorState.SHORTEST_PASSWORD) {
      door.say("auth.shortPassword", DoorState.SHORTEST_PASSWORD);
    } else if (door.offered().get().onlyInvited() && invitation.get().isBlank()) {
      door.say("auth.invitedOnly");
    } else {
      SignUp wanted =
          new SignUp(
              door.email().get().strip(),
              password.get(),
              firstName.get().strip(),
              lastName.get().strip(),
              invitation.get().strip());
      door.enter(() -> Session.signUp(door.address(), wanted, door.desk().clock()));
    }
  }
}
