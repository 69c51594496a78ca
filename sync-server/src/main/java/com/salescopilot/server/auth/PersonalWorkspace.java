package com.salescopilot.server.auth;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// The workspace that every account begins with, and gets again when it is in none: its owner is
/// its admin, and it has the streams and the default mailbox that everything else stands on.
final class PersonalWorkspace {
  private final UuidV7 ids;
  private final Optional<String> relaySender;
  private final Sql workspace;
  private final Sql member;
  private final Sql streams;
  private final Sql witness;
  private final Sql mailbox;

  /// @param relaySender the address of the operator's default mailbox; empty if there is none
  PersonalWorkspace(UuidV7 ids, Optional<String> relaySender) {
    this.ids = ids;
    this.relaySender = relaySender;
    Statements statements = Statements.load(PersonalWorkspace.class);
    this.workspace = statements.get("workspace");
    this.member = statements.get("member");
    this.streams = statements.get("streams");
    this.witness = statements.get("witness");
    this.mailbox = statements.get("mailbox");
  }

  /// Makes one.
  ///
  /// @param tx of the account
  Membership make(Tx tx, Account account, Instant now) {
    String person = account.firstName().isEmpty() ? account.email() : account.firstName();
    String name = person + "'s workspace";
    Scope scope = new Scope(new WorkspaceId(ids.next()), account.id());
    return tx.within(
        scope,
        inner -> {
          make(inner, scope, name, relaySender.orElse(account.email()), now);
          return new Membership(scope.workspace(), name, Role.ADMIN);
        });
  }

  private void make(Tx tx, Scope scope, String name, String sender, Instant now) {
    Args both = Args.of("ws", scope.workspace()).and("user", scope.user());
    tx.exec(workspace, Args.of("ws", scope.workspace()).and("name", name).and("now", now));
    tx.exec(member, both.and("now", now));
    tx.exec(streams, both);
    tx.exec(witness, Args.of("ws", scope.workspace()).and("now", now));
    tx.exec(
        mailbox,
        Args.of("ws", scope.workspace())
            .and("id", DerivedId.defaultMailbox(scope.workspace()))
            .and("address", sender)
            .and("now", now));
  }
}
