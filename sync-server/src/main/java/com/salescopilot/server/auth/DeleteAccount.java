package com.salescopilot.server.auth;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Deletes the account of who is signed in, and the workspaces that nobody else is in. What it did
/// in workspaces of others stays theirs.
final class DeleteAccount {
  private final Database database;
  private final Accounts accounts;
  private final Reauthentication reauthentication;
  private final Sessions sessions;
  private final Departure departure;
  private final Audit audit;
  private final InstantSource clock;

  DeleteAccount(
      Database database,
      Accounts accounts,
      Reauthentication reauthentication,
      Sessions sessions,
      Departure departure,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.reauthentication = reauthentication;
    this.sessions = sessions;
    this.departure = departure;
    this.audit = audit;
    this.clock = clock;
  }

  /// Deletes it, all or nothing.
  ///
  /// @param password of the account; of one without any, whatever
  /// @param address where the request comes from
  /// @throws AppError.Forbidden `WRONG_PASSWORD`, `SIGN_IN_AGAIN`
  /// @throws AppError.Conflict `LAST_ADMIN` while others need this account
  void delete(Caller caller, String password, String address) {
    Account account =
        database.asUser(Optional.of(caller.user()), tx -> accounts.get(tx, caller.user()));
    reauthentication.demandOrRecent(account, caller, password, address);
    Instant now = clock.instant();
    database.asUser(
        Optional.of(caller.user()),
        tx -> {
          for (Membership membership : accounts.memberships(tx, caller.user())) {
            departure.leave(tx, membership.workspace(), caller.user(), now);
          }
          sessions.endAll(tx, caller.user(), now);
          accounts.bury(tx, caller.user(), now);
          audit.write(
              tx,
              Entry.of(Act.ACCOUNT_DELETED)
                  .by(caller.user())
                  .during(caller.session())
                  .from(address),
              now);
          return true;
        });
  }
}
