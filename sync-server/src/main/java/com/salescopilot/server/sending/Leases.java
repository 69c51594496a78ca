package com.salescopilot.server.sending;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which mailboxes this process serves. Mailboxes are leased, not mails: limits and connections are
/// a mailbox's, and one owner gets order and reuse for nothing. All times are the database's.
final class Leases {
  private final Database database;
  private final String node;
  private final Statements statements = Statements.load(Leases.class);

  /// @param node this data directory's name, the same after a restart
  Leases(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  /// Ends what an earlier process on this data directory held, so that its mails are settled now
  /// and not a minute later.
  void endOwn() {
    database.asWorker(tx -> tx.exec(statements.get("endOwn"), node()));
  }

  /// A look at all mailboxes.
  ///
  /// @param taken newly leased: they have something to send, or their holder is gone
  /// @param due ours already, and somebody queued something
  /// @param next how long until a mailbox that nobody holds has something to send
  record Round(List<Lease> taken, List<UUID> due, Optional<Duration> next) {}

  /// Looks at all mailboxes and leases so many of them at the most.
  Round round(int most) {
    return database.asWorker(
        tx -> {
          List<UUID> due = tx.list(statements.get("due"), node(), row -> row.uuid("id"));
          List<Lease> taken =
              tx.list(statements.get("take"), node().and("most", most), Leases::lease);
          Optional<Duration> next =
              tx.one(statements.get("next"), Args.none(), row -> row.realMaybe("seconds"))
                  .map(seconds -> Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000))));
          return new Round(taken, due, next);
        });
  }

  private static Lease lease(Row row) {
    return new Lease(
        new WorkspaceId(row.uuid("workspace_id")),
        row.uuid("id"),
        row.whole("lease_token"),
        row.flag("left"));
  }

  /// Holds on to leases.
  ///
  /// @return the tokens of those that are still ours
  Set<Long> renew(Collection<Long> tokens) {
    return new HashSet<>(
        database.asWorker(
            tx ->
                tx.list(
                    statements.get("renew"),
                    node().and("tokens", tokens),
                    row -> row.whole("lease_token"))));
  }

  private Args node() {
    return Args.of("node", node);
  }
}
