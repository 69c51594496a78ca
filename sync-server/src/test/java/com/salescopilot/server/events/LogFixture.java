package com.salescopilot.server.events;

import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.db.Tx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Writes events and notes in the database which of them a consumer took up.
final class LogFixture {
  private final TestDatabase db;
  private final Statements statements = Statements.load(LogFixture.class);
  final Bell bell = new Bell();
  final Bell committed = new Bell();

  LogFixture(TestDatabase db) {
    this.db = db;
  }

  UUID write(Scope scope) {
    return db.database().inWorkspace(scope, tx -> add(tx, scope, EventType.EMAIL_SENT.name()));
  }

  UUID add(Tx tx, Scope scope, String type) {
    UUID id = UUID.randomUUID();
    tx.exec(
        statements.get("add"),
        Args.of("id", id)
            .and("type", type)
            .and("ws", scope.workspace())
            .and("key", UUID.randomUUID()));
    return id;
  }

  List<UUID> noted(Scope scope) {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.list(
                    statements.get("noted"),
                    Args.of("ws", scope.workspace()),
                    row -> UUID.fromString(row.text("id"))));
  }

  void leaveTicksOfAnotherDatabase() {
    db.database().asWorker(tx -> tx.exec(statements.get("alienTick"), Args.none()));
  }

  long ticks() {
    return db.database()
        .asWorker(tx -> tx.one(statements.get("ticks"), Args.none(), row -> row.whole("n")));
  }

  ConsumerRunner runner(Consumer consumer) {
    return new ConsumerRunner(
        db.database(), consumer, bell, _ -> committed.ring(), new Retries(Duration.ofMillis(1), 3));
  }

  Ticker ticker() {
    return new Ticker(db.database(), bell);
  }

  /// Looks again after each batch that was committed.
  void until(BooleanSupplier fulfilled) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    long rung = committed.count();
    while (!fulfilled.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come about in 20 s");
      }
      committed.await(rung, Duration.ofMillis(200));
      rung = committed.count();
    }
  }

  /// Notes every event it is given; fails at those that are poison.
  final class Notes implements Consumer {
    final Set<UUID> poison = ConcurrentHashMap.newKeySet();
    final AtomicInteger failures = new AtomicInteger();
    private final String name;

    Notes(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
      for (Event event : events) {
        tx.exec(statements.get("note"), Args.of("ws", workspace).and("id", event.id()));
        if (poison.contains(event.id())) {
          failures.incrementAndGet();
          throw new IllegalStateException("poison");
        }
      }
    }
  }

  /// What a process does not survive.
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// Takes up events and crashes before that is committed.
  static final class Crashing implements Consumer {
    private final Consumer inner;
    boolean atOnce;
    int crashes;

    Crashing(Consumer inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
      inner.apply(tx, workspace, events);
      if (atOnce) {
        crashes++;
        throw new Crash();
      }
    }
  }
}
