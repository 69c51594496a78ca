package com.salescopilot.server.auth;

import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;

/// Asks a signed-in person for the password again, before what a stolen token must not do.
final class Reauthentication {
  private final Passwords passwords;
  private final Throttle throttle;

  Reauthentication(Passwords passwords, Throttle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
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
