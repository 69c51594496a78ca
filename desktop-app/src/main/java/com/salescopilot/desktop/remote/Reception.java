package com.salescopilot.desktop.remote;

import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/// What can be asked of a server before one is signed in. Every call may throw a [RemoteException].
public final class Reception {
  private static final int NOT_FOUND = 404;

  private final ServerAddress server;

  public Reception(ServerAddress server) {
    this.server = server;
  }

  /// Which ways in exist there.
  public SignInOptions options() {
    Http http = new Http(server);
    try (Response response = http.send(http.get("api/auth/options"))) {
      return response.code() == NOT_FOUND && Http.isJson(response)
          ? SignInOptions.UNKNOWN // an older server
          : SignInOptions.of(http.json(response));
    } finally {
      http.close();
    }
  }

  /// Has a code sent to an address, if it has an account; the server says the same if it has none.
  public void forgot(String email) {
    post("api/auth/password/forgot", Map.of("email", email));
  }

  /// Sets a new password by the code that came. All sessions end.
  public void reset(String email, String code, String password) {
    post("api/auth/password/reset", Map.of("email", email, "code", code, "newPassword", password));
  }

  private void post(String path, Map<String, String> body) {
    Http http = new Http(server);
    try (Response response = http.send(http.post(path, Wallet.json(body), Optional.empty()))) {
      if (!response.isSuccessful()) {
        throw http.failure(response);
      }
    } finally {
      http.close();
    }
  }
}
