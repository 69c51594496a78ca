package com.salescopilot.server.auth;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions that changed of late, so that a token can be checked without the database.
///
/// A token made before a change is older than the change; once it would have expired anyway, the
/// change can be forgotten. What this process changes is noted at once, what others change by
/// [#catchUp].
public final class ChangedSessions {
  /// Longer than a token lives, and than clocks differ.
  private static final Duration MEMORY = Duration.ofMinutes(15);

  /// How far back a look goes beyond the last one: a transaction may commit after its time.
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final Database database;
  private final InstantSource clock;
  private final Sql changedSince;
  private final Map<UUID, State> states = new ConcurrentHashMap<>();
  private volatile Instant seen;

  /// Knows of no change before the first [#catchUp].
  public ChangedSessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.changedSince = Statements.load(ChangedSessions.class).get("changedSince");
    this.seen = clock.instant().minus(MEMORY);
  }

  private enum Standing {
    OPEN,
    ENDED
  }

  private record State(int generation, Standing standing, Instant changedAt) {}

  private record Change(UUID session, State state) {}

  /// Reads what any process changed since the last look.
  public void catchUp() {
    Instant now = clock.instant();
    database
        .asWorker(
            tx ->
                tx.list(
                    changedSince,
                    Args.of("since", seen.minus(OVERLAP)),
                    row ->
                        new Change(
                            row.uuid("id"),
                            new State(
                                row.small("generation"),
                                row.instantMaybe("revoked_at").isPresent()
                                    ? Standing.ENDED
                                    : Standing.OPEN,
                                row.instant("changed_at")))))
        .forEach(change -> states.merge(change.session(), change.state(), ChangedSessions::later));
    seen = now;
    states.values().removeIf(state -> state.changedAt().isBefore(now.minus(MEMORY)));
  }

  /// This process ended a session.
  void ended(UUID session) {
    states.put(session, new State(Integer.MAX_VALUE, Standing.ENDED, clock.instant()));
  }

  /// Whether a token of this session and generation still holds.
  boolean allows(UUID session, int generation) {
    State state = states.get(session);
    return state == null || (state.standing() == Standing.OPEN && state.generation() == generation);
  }

  private static State later(State one, State other) {
    if (one.standing() != other.standing()) {
      return one.standing() == Standing.ENDED ? one : other; // nobody opens a session again
    }
    return one.generation() > other.generation() ? one : other;
  }
}
