package com.salescopilot.server.auth;

import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Asks a signed-in person for the password again, before what a stolen token must not do.
final class Reauthentication {
  /// How long ago a sign-in at a provider may be that stands for the password of an account without
  /// one.
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final Passwords passwords;
  private final Throttle throttle;
  private final Database database;
  private final Sessions sessions;
  private final InstantSource clock;

  Reauthentication(
      Passwords passwords,
      Throttle throttle,
      Database database,
      Sessions sessions,
      InstantSource clock) {
    this.passwords = passwords;
    this.throttle = throttle;
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// As [#demand]; an account without a password goes on if it signed in at its provider a moment
  /// ago.
  ///
  /// @throws AppError.Forbidden `WRONG_PASSWORD`; `SIGN_IN_AGAIN` if that was longer ago
  void demandOrRecent(Account account, Caller caller, String password, String address) {
    if (account.passwordHash().isPresent()) {
      demand(account, caller, password, address);
      return;
    }
    Instant then = clock.instant().minus(RECENT);
    boolean recent =
        database.asUser(
            Optional.of(caller.user()),
            tx -> sessions.begunSince(tx, caller.user(), caller.session(), then));
    if (!recent) {
      throw new AppError.Forbidden(
          "SIGN_IN_AGAIN",
          "This account has no password; sign in again at your provider, and do it within ten"
              + " minutes.");
    }
  }

  /// Goes on if the password is right.
  ///
  /// @param address where the request comes from
  /// @throws AppError.Forbidden `WRONG_PASSWORD`, also for an account without one; 401 would make a
  ///   client look for another token
  /// @throws AppError.Limited after too many wrong ones
  void demand(Account account, Caller caller, String password, String address) {
    String device = "session " + caller.session();
    throttle.check(account.email(), address, device);
    switch (passwords.verify(password, account.passwordHash())) {
      case WRONG -> {
        throttle.failed(account.email(), address, device);
        throw new AppError.Forbidden(
            "WRONG_PASSWORD",
            "This is not your password; if you have none, set one by \"forgot password\".");
      }
      case RIGHT, RIGHT_BUT_OLD -> throttle.succeeded(account.email(), address, device);
    }
  }
}
