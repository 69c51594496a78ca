package com.salescopilot.server.auth;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The sessions that changed of late, so that a token can be checked without the database.
///
/// A token made before a change is older than the change; once it would have expired anyway, the
/// change can be forgotten. What this process changes is noted at once, what others change by
/// looking five times a second.
public final class ChangedSessions {
  /// Longer than a token lives, and than clocks differ.
  private static final Duration MEMORY = Duration.ofMinutes(15);

  /// How far back a look goes beyond the last one: a transaction may commit after its time.
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final Duration PULSE = Duration.ofMillis(200);

  private final Database database;
  private final InstantSource clock;
  private final Consumer<WorkspaceId> wake;
  private final Sql changedSince;
  private final Map<UUID, State> states = new ConcurrentHashMap<>();
  private final Bell bell = new Bell();
  private final Loop looking = new Loop("sessions", bell, this::look);
  private volatile Instant seen;

  /// Knows of no change before the first [#catchUp].
  ///
  /// @param wake told of the workspace in which a session changed, so that nobody waits there whose
  ///   session has ended
  ChangedSessions(Database database, InstantSource clock, Consumer<WorkspaceId> wake) {
    this.database = database;
    this.clock = clock;
    this.wake = wake;
    this.changedSince = Statements.load(ChangedSessions.class).get("changedSince");
    this.seen = clock.instant().minus(MEMORY);
  }

  private enum Standing {
    OPEN,
    ENDED
  }

  private record State(int generation, Standing standing, Instant changedAt) {}

  private record Change(UUID session, WorkspaceId workspace, State state) {
    static Change of(Row row) {
      return new Change(
          row.uuid("id"),
          new WorkspaceId(row.uuid("workspace_id")),
          new State(
              row.small("generation"),
              row.instantMaybe("revoked_at").isPresent() ? Standing.ENDED : Standing.OPEN,
              row.instant("changed_at")));
    }
  }

  /// Looks once, and from now on again and again.
  public void start() {
    catchUp();
    looking.start();
  }

  /// Ends looking.
  public void stop() throws InterruptedException {
    looking.stop();
  }

  /// Reads what any process changed since the last look.
  public void catchUp() {
    Instant now = clock.instant();
    List<Change> changes = new ArrayList<>();
    Args since = Args.of("since", seen.minus(OVERLAP));
    database.asWorker(tx -> tx.scan(changedSince, since, row -> changes.add(Change.of(row))));
    changes.forEach(this::note);
    seen = now;
    states.values().removeIf(state -> state.changedAt().isBefore(now.minus(MEMORY)));
  }

  /// Looks as soon as a transaction that changes sessions is over.
  void whenOver(Tx tx) {
    tx.atEnd(
        () -> {
          try {
            catchUp();
          } catch (DbFailure _) {
            bell.ring(); // the loop tries again until it is read
          }
        });
  }

  /// Whether a token of this session and generation still holds.
  boolean allows(UUID session, int generation) {
    State state = states.get(session);
    return state == null || (state.standing() == Standing.OPEN && state.generation() == generation);
  }

  private Duration look() {
    catchUp();
    return PULSE;
  }

  private void note(Change change) {
    State before = states.get(change.session());
    State after = states.merge(change.session(), change.state(), ChangedSessions::later);
    if (!after.equals(before)) {
      wake.accept(change.workspace());
    }
  }

  private static State later(State one, State other) {
    if (one.standing() != other.standing()) {
      return one.standing() == Standing.ENDED ? one : other; // nobody opens a session again
    }
    return one.generation() > other.generation() ? one : other;
  }
}
