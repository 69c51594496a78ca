package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.Reception;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignInOptions;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the screens at the door share: at which server, who, what it offers, and what it said.
final class DoorState {
  /// Shorter ones are refused, here and by the server.
  static final int SHORTEST_PASSWORD = 12;

  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final Typed typed;
  private final String usualServer;
  private final Runnable entered;
  private final Object options = new Object();
  private final StringProperty server = new SimpleStringProperty(this, "server", "");
  private final StringProperty email = new SimpleStringProperty(this, "email", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyObjectWrapper<SignInOptions> offered =
      new ReadOnlyObjectWrapper<>(this, "offered", SignInOptions.UNKNOWN);

  /// @param usualServer what stands in the field for the server's address at first
  /// @param entered is told when somebody is in
  DoorState(Tools tools, Typed typed, String usualServer, Runnable entered) {
    desk = tools.desk();
    async = tools.async();
    texts = tools.texts();
    this.typed = typed;
    this.usualServer = usualServer;
    this.entered = entered;
  }

  StringProperty server() {
    return server;
  }

  StringProperty email() {
    return email;
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// What one should know of this machine before one signs in here.
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// The ways in that the server has.
  ReadOnlyObjectProperty<SignInOptions> offered() {
    return offered.getReadOnlyProperty();
  }

  Desk desk() {
    return desk;
  }

  /// Begins with what is known of whoever stands there.
  Subscription start() {
    server.set(
        typed.server().isEmpty()
            ? desk.knownAccount().map(Account::server).orElse(usualServer)
            : typed.server());
    email.set(
        typed.email().isEmpty()
            ? desk.knownAccount().map(Account::email).orElse("")
            : typed.email());
    problem.set("");
    look();
    async.run(
        desk::keepsSignIns, lasting -> note.set(lasting ? "" : text("auth.reduced")), _ -> {});
    return () -> typed.keep(server.get(), email.get());
  }

  /// Asks the server which ways in it has. While nobody knows, no button leads nowhere.
  void look() {
    String at = server.get();
    async.latest(
        options,
        () -> at.isBlank() ? SignInOptions.UNKNOWN : new Reception(address(at)).options(),
        offered::set,
        _ -> offered.set(SignInOptions.UNKNOWN));
  }

  ServerAddress address() {
    return address(server.get());
  }

  private static ServerAddress address(String text) {
    return ServerAddress.parse(text);
  }

  void say(String key, Object... values) {
    problem.set(text(key, values));
  }

  String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }

  /// Lets in whoever the server lets in.
  void enter(Supplier<Session> question) {
    ask(
        question,
        session ->
            ask(
                () -> desk.signedIn(session),
                _ -> {
                  typed.forget();
                  server.set("");
                  email.set("");
                  entered.run();
                }));
  }

  /// Asks the server something, if nothing is asked yet.
  <T> void ask(Supplier<T> question, Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set("");
    async.latest(
        this,
        question,
        answer -> {
          busy.set(false);
          done.accept(answer);
        },
        e -> {
          busy.set(false);
          fail(e);
        });
  }

  /// Stops waiting for the server's answer.
  void cancel() {
    async.latest(this, () -> true, _ -> busy.set(false), _ -> busy.set(false));
  }

  /// Says what went wrong.
  void fail(RuntimeException e) {
    problem.set(sentence(e));
  }

  private String sentence(RuntimeException e) {
    return e instanceof RemoteException.NoAnswer
        ? text("auth.noAnswer", server.get())
        : Refusal.words(texts, e);
  }
}
