package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What one types at the door, signing in or signing up, and what the server says to it.
final class DoorViewModel {
  /// Shorter ones are refused, here and by the server.
  static final int SHORTEST_PASSWORD = 12;

  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final Runnable entered;
  private final StringProperty server;
  private final StringProperty email;
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty firstName = new SimpleStringProperty(this, "firstName", "");
  private final StringProperty lastName = new SimpleStringProperty(this, "lastName", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  /// @param usualServer what stands in the field for the server's address at first
  /// @param entered is told when somebody is in
  DoorViewModel(Desk desk, Async async, Texts texts, String usualServer, Runnable entered) {
    this.desk = desk;
    this.async = async;
    this.texts = texts;
    this.entered = entered;
    this.server =
        new SimpleStringProperty(
            this, "server", desk.lastAccount().map(Account::server).orElse(usualServer));
    this.email =
        new SimpleStringProperty(this, "email", desk.lastAccount().map(Account::email).orElse(""));
  }

  StringProperty server() {
    return server;
  }

  StringProperty email() {
    return email;
  }

  StringProperty password() {
    return password;
  }

  StringProperty firstName() {
    return firstName;
  }

  StringProperty lastName() {
    return lastName;
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void signIn() {
    if (isFilled()) {
      String mail = email.get().strip();
      String secret = password.get();
      ask(() -> Session.logIn(address(), mail, secret, desk.clock()));
    }
  }

  void signUp() {
    if (!isFilled()) {
      return;
    }
    if (password.get().length() < SHORTEST_PASSWORD) {
      problem.set(texts.get(getClass(), "auth.shortPassword", SHORTEST_PASSWORD));
      return;
    }
    SignUp wanted =
        new SignUp(
            email.get().strip(), password.get(), firstName.get().strip(), lastName.get().strip());
    ask(() -> Session.signUp(address(), wanted, desk.clock()));
  }

  private boolean isFilled() {
    if (email.get().isBlank() || password.get().isEmpty()) {
      problem.set(texts.get(getClass(), "auth.fill"));
      return false;
    }
    return !busy.get();
  }

  private ServerAddress address() {
    return ServerAddress.parse(server.get());
  }

  private void ask(Supplier<Session> question) {
    busy.set(true);
    problem.set("");
    async.latest(
        this,
        () -> desk.signedIn(question.get()),
        _ -> {
          busy.set(false);
          password.set("");
          entered.run();
        },
        e -> {
          busy.set(false);
          problem.set(sentence(e));
        });
  }

  /// Stops waiting for the server's answer.
  void cancel() {
    async.latest(this, () -> true, _ -> busy.set(false), _ -> busy.set(false));
  }

  private String sentence(RuntimeException e) {
    if (e instanceof RemoteException.NoAnswer) {
      return texts.get(getClass(), "auth.noAnswer", server.get());
    }
    if (e instanceof RemoteException.Refused refused && refused.status() == 401) {
      return texts.get(getClass(), "auth.refused");
    }
    return String.valueOf(e.getMessage());
  }
}
