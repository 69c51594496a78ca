package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Accounts and their memberships, as they are stored.
final class Accounts {
  private final Database database;
  private final Sql byEmail;
  private final Sql byId;
  private final Sql insert;
  private final Sql rehash;
  private final Sql setPassword;
  private final Sql memberships;
  private final Sql forget;
  private final Sql bury;

  Accounts(Database database) {
    this.database = database;
    Statements statements = Statements.load(Accounts.class);
    this.byEmail = statements.get("byEmail");
    this.byId = statements.get("byId");
    this.insert = statements.get("insert");
    this.rehash = statements.get("rehash");
    this.setPassword = statements.get("setPassword");
    this.memberships = statements.get("memberships");
    this.forget = statements.get("forget");
    this.bury = statements.get("bury");
  }

  /// @param email folded
  /// @param passwordHash empty: signs in elsewhere
  record Account(
      UserId id, String email, Optional<String> passwordHash, String firstName, String lastName) {}

  /// An account's place in a workspace.
  record Membership(WorkspaceId workspace, String name, Role role) {}

  Optional<Account> find(String email) {
    return database.asUser(
        Optional.empty(), tx -> tx.one(byEmail, Args.of("email", email), Accounts::perhaps));
  }

  Account get(Tx tx, UserId id) {
    return tx.one(byId, Args.of("id", id), Accounts::account);
  }

  void insert(Tx tx, Account account, Instant now) {
    tx.exec(
        insert,
        Args.of("id", account.id())
            .and("email", account.email())
            .and("hash", account.passwordHash())
            .and("first", account.firstName())
            .and("last", account.lastName())
            .and("now", now));
  }

  /// Replaces the stored password, unless somebody else just did.
  void rehash(Account account, String hash, Instant now) {
    database.asUser(
        Optional.of(account.id()),
        tx ->
            tx.exec(
                rehash,
                Args.of("id", account.id())
                    .and("old", account.passwordHash())
                    .and("hash", hash)
                    .and("now", now)));
  }

  /// Replaces the stored password, whatever it was.
  void setPassword(Tx tx, UserId id, String hash, Instant now) {
    tx.exec(setPassword, Args.of("id", id).and("hash", hash).and("now", now));
  }

  /// Empties an account: nobody can sign in to it, nothing tells whose it was, and its address is
  /// free again.
  void bury(Tx tx, UserId id, Instant now) {
    tx.exec(forget, Args.of("id", id));
    tx.exec(bury, Args.of("id", id).and("now", now));
  }

  /// The workspaces of an account, oldest first.
  ///
  /// @param tx of that account
  List<Membership> memberships(Tx tx, UserId user) {
    return tx.list(
        memberships,
        Args.of("user", user),
        row ->
            new Membership(
                new WorkspaceId(row.uuid("workspace_id")),
                row.text("name"),
                Role.valueOf(row.text("role"))));
  }

  /// The form in which an address is looked up, whether it is one or not.
  static String folded(String typed) {
    return switch (Address.parse(typed.strip())) {
      case Address.Accepted accepted -> accepted.address().key();
      case Address.Refused _ -> typed.strip().toLowerCase(Locale.ROOT);
    };
  }

  /// Reads as much of no account as of one.
  private static Optional<Account> perhaps(Row row) {
    Optional<UUID> id = row.uuidMaybe("id");
    String email = row.textMaybe("email").orElse("");
    Optional<String> hash = row.textMaybe("password_hash");
    String first = row.textMaybe("first_name").orElse("");
    String last = row.textMaybe("last_name").orElse("");
    return id.map(found -> new Account(new UserId(found), email, hash, first, last));
  }

  private static Account account(Row row) {
    return new Account(
        new UserId(row.uuid("id")),
        row.text("email"),
        row.textMaybe("password_hash"),
        row.text("first_name"),
        row.text("last_name"));
  }
}
