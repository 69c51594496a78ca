package com.salescopilot.server.auth;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Replaces the password of who is signed in; everybody else who is signed in to the account is
/// signed out.
final class ChangePassword {
  private final Database database;
  private final Accounts accounts;
  private final Reauthentication reauthentication;
  private final Passwords passwords;
  private final Sessions sessions;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final InstantSource clock;

  ChangePassword(
      Database database,
      Accounts accounts,
      Reauthentication reauthentication,
      Passwords passwords,
      Sessions sessions,
      OneTimeCodes codes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.reauthentication = reauthentication;
    this.passwords = passwords;
    this.sessions = sessions;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  /// Replaces it.
  ///
  /// @param address where the request comes from
  /// @throws AppError.Forbidden `WRONG_PASSWORD` if the old one is wrong
  /// @throws AppError.Invalid if the new one is too weak
  void change(Caller caller, String old, String wanted, String address) {
    Account account =
        database.asUser(Optional.of(caller.user()), tx -> accounts.get(tx, caller.user()));
    reauthentication.demand(account, caller, old, address);
    PasswordRules.refusal(wanted, account.email())
        .ifPresent(
            reason -> {
              throw new AppError.Invalid("/newPassword", reason);
            });
    String hash = passwords.hash(wanted);
    Instant now = clock.instant();
    database.asUser(
        Optional.of(caller.user()),
        tx -> {
          accounts.setPassword(tx, caller.user(), hash, now);
          sessions.endOthers(tx, caller.user(), caller.session(), now);
          codes.withdrawAll(tx, Grant.Kind.RESET, caller.user());
          audit.write(
              tx,
              Entry.of(Act.PASSWORD_CHANGED)
                  .by(caller.user())
                  .during(caller.session())
                  .from(address),
              now);
          return true;
        });
  }
}
