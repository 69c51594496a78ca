package com.salescopilot.server.housekeeping;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Forgets old removals, mutations and witnesses of commits, codes, sessions and acts, a batch a
/// commit. A stream's floor rises first, in a commit of its own: who has read less is told to read
/// everything again, at every moment.
public final class Garbage {
  /// How long removals and mutations are known.
  static final Duration MEMORY = Duration.ofDays(400);

  /// How long what was deleted can be restored.
  static final Duration TRASH = Duration.ofDays(30);

  /// How long a request that comes again by its `Idempotency-Key` is known.
  static final Duration REPEATS = Duration.ofDays(30);

  /// How long a suggestion is known, for whoever asks the same again.
  static final Duration ANSWERS = Duration.ofDays(2);

  /// How long a code that was used or has expired is known, so that a second use is noticed.
  static final Duration CODES = Duration.ofDays(30);

  /// How long a session is known that has ended. Nobody learns more from its tokens than from ones
  /// that never were: the alarm over a copied token is raised while the session is open.
  static final Duration SESSIONS = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;
  private final int most;
  private final Statements statements = Statements.load(Garbage.class);

  /// @param most rows of a commit
  public Garbage(Database database, InstantSource clock, int most) {
    this.database = database;
    this.clock = clock;
    this.most = most;
  }

  /// What was forgotten, in rows.
  ///
  /// @param trash what can no longer be restored
  public record Forgotten(long removals, long commits, long trash, long mutations) {
    Forgotten and(Forgotten more) {
      return new Forgotten(
          removals + more.removals,
          commits + more.commits,
          trash + more.trash,
          mutations + more.mutations);
    }
  }

  private record Stream(WorkspaceId workspace, UUID owner) {
    boolean ofWorkspace() {
      return owner.equals(workspace.value());
    }

    Scope scope() {
      return ofWorkspace() ? Scope.ofSystem(workspace) : new Scope(workspace, new UserId(owner));
    }
  }

  /// Forgets everything that is old now.
  public Forgotten forget() {
    return forget(() -> {});
  }

  /// The same.
  ///
  /// @param committed called after every commit but those of floors
  Forgotten forget(Runnable committed) {
    Instant now = clock.instant();
    everywhere("forgetCodes", now.minus(CODES), committed);
    everywhere("forgetSessions", now.minus(SESSIONS), committed);
    everywhere("forgetActs", now.minus(MEMORY), committed);
    Forgotten all = new Forgotten(0, 0, 0, 0);
    for (Stream stream : streams()) {
      raiseFloor(stream, now.minus(MEMORY));
      if (stream.ofWorkspace()) {
        inBatches(stream, "forgetRequests", now.minus(REPEATS), committed);
        inBatches(stream, "forgetAnswers", now.minus(ANSWERS), committed);
      } else {
        inBatches(stream, "forgetErrorFiles", now.minus(TRASH), committed);
      }
      all =
          all.and(
              new Forgotten(
                  inBatches(stream, "forgetRemovals", now.minus(MEMORY), committed),
                  inBatches(stream, "forgetCommits", now.minus(MEMORY), committed),
                  inBatches(stream, "emptyTrash", now.minus(TRASH), committed),
                  stream.ofWorkspace()
                      ? inBatches(stream, "forgetMutations", now.minus(MEMORY), committed)
                      : 0));
    }
    return all;
  }

  private List<Stream> streams() {
    List<Stream> all = new ArrayList<>();
    database.asWorker(
        tx ->
            tx.scan(
                statements.get("streams"),
                Args.none(),
                row ->
                    all.add(
                        new Stream(new WorkspaceId(row.uuid("workspace_id")), row.uuid("owner")))));
    return all;
  }

  private void raiseFloor(Stream stream, Instant before) {
    run(stream, "raiseFloor", key(stream, before));
  }

  private void everywhere(String statement, Instant before, Runnable committed) {
    Args args = Args.of("before", before).and("most", most);
    int done;
    do {
      done = database.asWorker(tx -> tx.exec(statements.get(statement), args));
      committed.run();
    } while (done == most);
  }

  private long inBatches(Stream stream, String statement, Instant before, Runnable committed) {
    Args args = key(stream, before).and("most", most);
    long all = 0;
    int done;
    do {
      done = run(stream, statement, args);
      all += done;
      committed.run();
    } while (done == most);
    return all;
  }

  private int run(Stream stream, String statement, Args args) {
    return database.asWorker(
        tx -> tx.within(stream.scope(), inner -> inner.exec(statements.get(statement), args)));
  }

  private static Args key(Stream stream, Instant before) {
    return Args.of("ws", stream.workspace()).and("owner", stream.owner()).and("before", before);
  }
}
