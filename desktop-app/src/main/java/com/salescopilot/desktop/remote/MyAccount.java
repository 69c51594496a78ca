package com.salescopilot.desktop.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

  /// Keeps in a file what the server holds of this person.
  public void export(Path file) {
    rest.download("api/auth/export", file);
  }

  /// Deletes the account.
  public void delete(String password) {
    rest.send("DELETE", "api/auth/me", Map.of("password", password));
  }
}
