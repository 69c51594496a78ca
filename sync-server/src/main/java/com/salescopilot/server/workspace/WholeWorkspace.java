package com.salescopilot.server.workspace;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.List;

/// Deletes everything of a workspace, or everything that is one person's alone in it.
///
/// First it takes the workspace's stream, so nobody queues or claims a mail meanwhile, and empties
/// the queue: a letter whose final dot is not marked by then finds no job and never leaves.
final class WholeWorkspace {
  /// Rows that are one person's, and hidden from everybody else.
  private static final List<String> OWN =
      List.of(
          "ownDrafts",
          "ownFavorites",
          "ownTasks",
          "ownImports",
          "ownErrorFiles",
          "ownConflicts",
          "ownTombstones");

  /// In an order in which no row refers to one that is gone.
  private static final List<String> SHARED =
      List.of(
          "jobs",
          "opens",
          "replies",
          "enrolments",
          "due",
          "steps",
          "suppressions",
          "campaigns",
          "templates",
          "aliases",
          "prospects",
          "emails",
          "evidence",
          "numbers",
          "mailboxes",
          "companies",
          "tombstones",
          "mutations",
          "devices",
          "requests",
          "answers",
          "feedback",
          "receipts",
          "retries",
          "events",
          "hookSecrets",
          "codes",
          "commits",
          "streams",
          "members",
          "keys");

  private final Statements statements = Statements.load(WholeWorkspace.class);

  /// Deletes a workspace.
  ///
  /// @param tx in the workspace
  void delete(Tx tx, Scope scope, Instant now) {
    Args ws = Args.of("ws", scope.workspace());
    tx.one(statements.get("patience"), Args.none(), row -> row.text("set_config"));
    List<UserId> owners = lockStreams(tx, scope.workspace());
    tx.exec(statements.get("jobs"), ws);
    owners.forEach(owner -> deleteOwn(tx, scope.as(owner)));
    SHARED.forEach(name -> tx.exec(statements.get(name), ws));
    tx.exec(statements.get("grave"), ws.and("now", now));
  }

  private List<UserId> lockStreams(Tx tx, WorkspaceId workspace) {
    return tx.list(
        statements.get("lockStreams"),
        Args.of("ws", workspace),
        row -> new UserId(row.uuid("owner")));
  }

  /// Deletes what is one person's alone: drafts, marks, conflicts.
  void deleteOwn(Tx tx, Scope whose) {
    Args own = Args.of("ws", whose.workspace()).and("owner", whose.user());
    tx.within(
        whose,
        inner -> {
          OWN.forEach(name -> inner.exec(statements.get(name), own));
          return true;
        });
  }
}
