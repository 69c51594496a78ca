package com.salescopilot.server.auth;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the server holds of an account, without a secret.
final class AccountExport {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;
  private final Sql connections;
  private final Sql acts;

  AccountExport(
      Database database, Accounts accounts, Sessions sessions, Audit audit, InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    Statements statements = Statements.load(AccountExport.class);
    this.connections = statements.get("connections");
    this.acts = statements.get("acts");
  }

  record Exported(
      UUID id,
      String email,
      String firstName,
      String lastName,
      boolean password,
      List<AuthAnswer.Workspace> workspaces,
      List<Sessions.Shown> sessions,
      List<Connection> connections,
      List<Done> acts) {}

  /// A sign-in at a provider.
  record Connection(String provider, String subject, String email, Instant createdAt) {}

  /// What the account did, as it was written down.
  record Done(Instant at, String action, String target, String source) {}

  Exported of(Caller caller, String address) {
    Instant now = clock.instant();
    return database.asUser(
        Optional.of(caller.user()),
        tx -> {
          audit.write(
              tx,
              Entry.of(Act.ACCOUNT_EXPORTED)
                  .by(caller.user())
                  .during(caller.session())
                  .from(address),
              now);
          Account account = accounts.get(tx, caller.user());
          Args user = Args.of("user", caller.user());
          List<Done> done = new ArrayList<>();
          tx.scan(
              acts,
              user,
              row ->
                  done.add(
                      new Done(
                          row.instant("at"),
                          row.text("action"),
                          row.text("target"),
                          row.text("source"))));
          return new Exported(
              account.id().value(),
              account.email(),
              account.firstName(),
              account.lastName(),
              account.passwordHash().isPresent(),
              accounts.memberships(tx, caller.user()).stream()
                  .map(AccountExport::workspace)
                  .toList(),
              sessions.list(tx, caller.user(), now),
              tx.list(
                  connections,
                  user,
                  row ->
                      new Connection(
                          row.text("provider"),
                          row.text("subject"),
                          row.text("email_address"),
                          row.instant("created_at"))),
              done);
        });
  }

  private static AuthAnswer.Workspace workspace(Membership membership) {
    return new AuthAnswer.Workspace(
        membership.workspace().value(), membership.name(), membership.role());
  }
}
