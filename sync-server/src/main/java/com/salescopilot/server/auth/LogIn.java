package com.salescopilot.server.auth;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.auth.SignIns.Opened;
import com.salescopilot.server.auth.SignIns.Origin;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Signs in with a password. An account that does not exist costs, says and looks the same as a
/// wrong password.
final class LogIn {
  private final Database database;
  private final Accounts accounts;
  private final PersonalWorkspace workspaces;
  private final Passwords passwords;
  private final Devices devices;
  private final Throttle throttle;
  private final SignIns signIns;
  private final Audit audit;
  private final InstantSource clock;

  LogIn(
      Database database,
      Accounts accounts,
      PersonalWorkspace workspaces,
      Passwords passwords,
      Devices devices,
      Throttle throttle,
      SignIns signIns,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.passwords = passwords;
    this.devices = devices;
    this.throttle = throttle;
    this.signIns = signIns;
    this.audit = audit;
    this.clock = clock;
  }

  /// Opens a session.
  ///
  /// @param mark of a device that signed in before
  /// @throws AppError.Unauthenticated `BAD_CREDENTIALS`
  /// @throws AppError.Limited after too many wrong passwords
  AuthAnswer logIn(String typed, String password, Optional<String> mark, Origin origin) {
    String email = Accounts.folded(typed);
    String device = devices.known(email, mark);
    throttle.check(email, origin.address(), device);
    Optional<Account> account = accounts.find(email);
    switch (passwords.verify(password, account.flatMap(Account::passwordHash))) {
      case WRONG -> {
        if (throttle.failed(email, origin.address(), device)) {
          note(account, origin);
        }
        throw new AppError.Unauthenticated(
            "BAD_CREDENTIALS", "The address and the password do not belong together.");
      }
      case RIGHT_BUT_OLD ->
          accounts.rehash(account.orElseThrow(), passwords.hash(password), clock.instant());
      case RIGHT -> {}
    }
    throttle.succeeded(email, origin.address(), device);
    return open(account.orElseThrow(), origin);
  }

  /// Written for an account that is not there too: the time must not tell.
  private void note(Optional<Account> account, Origin origin) {
    Entry entry = Entry.of(Act.SIGN_IN_FAILURES).from(origin.address());
    database.asUser(
        Optional.empty(),
        tx -> {
          audit.write(
              tx, account.map(known -> entry.to(known.id())).orElse(entry), clock.instant());
          return true;
        });
  }

  private AuthAnswer open(Account account, Origin origin) {
    Instant now = clock.instant();
    return database.asUser(
        Optional.of(account.id()),
        tx -> {
          List<Membership> found = accounts.memberships(tx, account.id());
          List<Membership> memberships =
              found.isEmpty() ? List.of(workspaces.make(tx, account, now)) : found;
          Opened opened = signIns.open(tx, account.id(), memberships.getFirst(), origin, now);
          return signIns.answer(account, opened.session(), opened.refreshToken(), memberships);
        });
  }
}
