package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import com.salescopilot.desktop.store.Account;
import java.util.Optional;

/// The commands about the server: who we are there, and whether we talk to it.
final class Connecting {
  private final Desk desk;
  private final Optional<String> usualServer;

  /// @param usualServer the address that is used where none is given and none is remembered
  Connecting(Desk desk, Optional<String> usualServer) {
    this.desk = desk;
    this.usualServer = usualServer;
  }

  ObjectNode signUp(Input in) {
    ServerAddress server = server(in);
    SignUp wanted =
        new SignUp(
            in.text("email"),
            in.text("password"),
            in.maybe("firstName").orElse(""),
            in.maybe("lastName").orElse(""));
    in.end();
    return signedIn(Session.signUp(server, wanted, desk.clock()));
  }

  ObjectNode logIn(Input in) {
    ServerAddress server = server(in);
    String email = in.text("email");
    String password = in.text("password");
    in.maybe("firstName");
    in.maybe("lastName");
    in.end();
    return signedIn(Session.logIn(server, email, password, desk.clock()));
  }

  private ServerAddress server(Input in) {
    return ServerAddress.parse(
        in.maybe("server")
            .or(() -> desk.lastAccount().map(Account::server))
            .or(() -> usualServer)
            .orElseThrow(() -> DeskRefused.invalid("server is missing.")));
  }

  private ObjectNode signedIn(Session session) {
    Account account = desk.signedIn(session);
    return Json.object()
        .put("ok", true)
        .put("userId", account.user().toString())
        .put("workspaceId", account.workspace().toString());
  }

  ObjectNode sync(Input in) {
    in.end();
    desk.engine().syncNow();
    return ok();
  }

  ObjectNode goOffline(Input in) {
    in.end();
    desk.goOffline();
    return ok();
  }

  ObjectNode goOnline(Input in) {
    in.end();
    desk.goOnline();
    return ok();
  }

  private ObjectNode ok() {
    return Json.object().put("ok", true).put("pending", desk.pending());
  }
}
