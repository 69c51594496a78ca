package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What belongs to a person, in whatever workspace. Every call may throw a [RemoteException].
public final class MyAccount {
  private final Rest rest;

  MyAccount(Rest rest) {
    this.rest = rest;
  }

  /// Where one is signed in, the last used first.
  public List<OpenSession> sessions() {
    return rest.items("api/auth/sessions", OpenSession::of);
  }

  /// Signs out there.
  public void end(OpenSession session) {
    rest.send("DELETE", "api/auth/sessions/" + session.id());
  }

  /// All other sessions end.
  public void changePassword(String old, String next) {
    rest.send("POST", "api/auth/password", Map.of("oldPassword", old, "newPassword", next));
  }

  /// The ways into the account.
  public WaysIn waysIn() {
    ObjectNode linked = rest.get("api/auth/links");
    return Rest.understood(() -> WaysIn.of(linked, rest.get("api/auth/options")));
  }

  /// Begins to link the account to a provider, in the browser.
  ///
  /// @param thanks what the browser shows at the end
  public BrowserSignIn beginLink(
      BrowserSignIn.Provider provider, String thanks, RandomGenerator random) {
    return BrowserSignIn.link(rest, provider, thanks, random);
  }

  /// Links it, with what the browser brought.
  public void link(BrowserSignIn begun, String code) {
    rest.send("POST", "api/auth/links/confirm", begun.proof(code));
  }

  /// Ends a link.
  public void unlink(BrowserSignIn.Provider provider) {
    rest.send("DELETE", "api/auth/links/" + provider.word());
  }

  /// Keeps in a file what the server holds of this person.
  public void export(Path file) {
    rest.download("api/auth/export", file);
  }

  /// Deletes the account.
  public void delete(String password) {
    rest.send("DELETE", "api/auth/me", Map.of("password", password));
  }
}
