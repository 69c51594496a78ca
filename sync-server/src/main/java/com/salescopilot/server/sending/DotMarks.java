package com.salescopilot.server.sending;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.events.GroupCommit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Marks mails as leaving, durably, before their final dot is written. Marks of all connections and
/// workspaces share a commit; none of them waits for a workspace's stream, so an import next door
/// holds up no mail.
final class DotMarks {
  private static final int MOST = 128;

  private final Database database;
  private final Sql mark = Statements.load(DotMarks.class).get("mark");
  private final GroupCommit<Mark, Boolean> commits =
      new GroupCommit<>("dot marks", MOST, this::commit);

  DotMarks(Database database) {
    this.database = database;
  }

  private record Mark(Lease lease, UUID email) {}

  private record Key(UUID workspace, UUID email) {}

  void start() {
    commits.start();
  }

  void stop() throws InterruptedException {
    commits.stop();
  }

  /// Marks a mail.
  ///
  /// @return whether it may leave: it was still ours, and the answer came in time. A mail taken
  ///   back, or handed to another worker, is not
  boolean mark(Lease lease, UUID email, long millis) {
    try {
      return commits.submit(new Mark(lease, email)).get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException _) {
      return false; // no terminator, so nothing was accepted
    }
  }

  private List<Boolean> commit(List<Mark> marks) {
    Args args =
        Args.of("emails", marks.stream().map(Mark::email).toList())
            .and("workspaces", marks.stream().map(m -> m.lease().workspace()).toList())
            .and("tokens", marks.stream().map(m -> m.lease().token()).toList());
    Set<Key> marked =
        new HashSet<>(
            database.asWorker(
                tx ->
                    tx.list(
                        mark,
                        args,
                        row -> new Key(row.uuid("workspace_id"), row.uuid("email_id")))));
    return marks.stream()
        .map(m -> marked.contains(new Key(m.lease().workspace().value(), m.email())))
        .toList();
  }
}
