package com.salescopilot.server.auth;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;

/// The workspace that every account begins with: its owner is its admin, and it has the streams and
/// the default mailbox that everything else stands on.
final class PersonalWorkspace {
  private final Sql workspace;
  private final Sql member;
  private final Sql streams;
  private final Sql witness;
  private final Sql mailbox;

  PersonalWorkspace() {
    Statements statements = Statements.load(PersonalWorkspace.class);
    this.workspace = statements.get("workspace");
    this.member = statements.get("member");
    this.streams = statements.get("streams");
    this.witness = statements.get("witness");
    this.mailbox = statements.get("mailbox");
  }

  /// Makes it.
  ///
  /// @param tx in the new workspace, as its owner
  /// @param sender the address of mails from the default mailbox
  void make(Tx tx, Scope scope, String name, String sender, Instant now) {
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
