package com.salescopilot.server.events;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Body;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Brings events to one consumer, each once: what lies between two ticks makes a batch, and its
/// effects commit together with the consumer's new place. Of several processes one runs a consumer
/// at a time; the others find its row locked and look again later.
public final class ConsumerRunner {
  private static final int MOST = 1_000;
  private static final Duration NET = Duration.ofSeconds(1);

  /// Opens that come close together become one change of their workspace: people's edits wait for
  /// each.
  private static final Duration APART = Duration.ofMillis(250);

  /// Hears that rows of a workspace were changed and committed.
  public interface Moved {
    void in(WorkspaceId workspace);
  }

  private final Database database;
  private final Consumer consumer;
  private final Moved moved;
  private final Statements statements = Statements.load(ConsumerRunner.class);
  private final Delivery delivery;
  private final Loop loop;

  /// A runner that does not run yet.
  ///
  /// @param bell rung by the ticker
  /// @param moved told after a commit, for each workspace whose events were taken up
  public ConsumerRunner(
      Database database, Consumer consumer, Bell bell, Moved moved, Retries retries) {
    this.database = database;
    this.consumer = consumer;
    this.moved = moved;
    this.delivery = new Delivery(consumer, statements, retries);
    this.loop = new Loop("consumer " + consumer.name(), bell, this::step);
  }

  /// Begins; a consumer that is new here starts with the oldest event there is.
  public void start() {
    enlist();
    loop.start();
  }

  /// Ends after the batch that is running.
  public void stop() throws InterruptedException {
    loop.stop();
  }

  /// Takes up everything that ticks have made complete, and what is due for another attempt.
  ///
  /// @return whether there was anything
  public boolean catchUp() {
    boolean any = false;
    while (!loop.stopping() && committed(this::batch)) {
      any = true;
    }
    while (!loop.stopping() && committed(this::oldFailures)) {
      any = true;
    }
    return any;
  }

  /// Makes the consumer known, which keeps the ticks that it has not passed.
  void enlist() {
    database.asWorker(tx -> tx.exec(statements.get("enlist"), name()));
  }

  private Duration step() {
    long start = System.nanoTime();
    if (catchUp()) {
      LockSupport.parkNanos(APART.toNanos() - (System.nanoTime() - start));
    }
    return NET;
  }

  /// A transaction's worth of work.
  ///
  /// @param any whether more may follow
  private record Round(boolean any, Set<WorkspaceId> workspaces) {
    static final Round NOTHING = new Round(false, Set.of());
  }

  private boolean committed(Body<Round> work) {
    Round round = database.asWorker(work);
    round.workspaces().forEach(moved::in);
    return round.any();
  }

  private Round batch(Tx tx) {
    Optional<Place> place = tx.maybe(statements.get("place"), name(), Place::of);
    if (place.isEmpty()) {
      return Round.NOTHING; // another process is at it
    }
    Args at = Args.of("tick", place.get().tick()).and("after", place.get().after());
    Optional<Long> next =
        tx.maybe(
            statements.get("next"), Args.of("tick", place.get().tick()), row -> row.whole("id"));
    if (next.isEmpty()) {
      return Round.NOTHING;
    }
    List<LoggedEvent> events = new ArrayList<>();
    int found =
        tx.scan(
            statements.get("batch"),
            at.and("next", next.get()).and("most", MOST),
            row -> events.add(LoggedEvent.of(row)));
    Set<WorkspaceId> touched = delivery.deliver(tx, events);
    Place reached =
        found < MOST
            ? new Place(next.get(), 0)
            : new Place(place.get().tick(), events.getLast().position());
    tx.exec(
        statements.get("move"), name().and("tick", reached.tick()).and("after", reached.after()));
    return new Round(true, touched);
  }

  private Round oldFailures(Tx tx) {
    Optional<Place> place = tx.maybe(statements.get("place"), name(), Place::of);
    if (place.isEmpty()) {
      return Round.NOTHING;
    }
    List<Failed> due = tx.list(statements.get("due"), name(), Failed::of);
    Set<WorkspaceId> touched = new TreeSet<>(Comparator.comparing(WorkspaceId::value));
    for (Failed failed : due) {
      delivery.tryAgain(tx, failed.event(), failed.attempt());
      touched.add(failed.event().workspace());
    }
    return new Round(!due.isEmpty(), touched);
  }

  private Args name() {
    return Args.of("name", consumer.name());
  }

  /// Where a consumer stands: at a tick, and how far into what follows it.
  private record Place(long tick, long after) {
    static Place of(Row row) {
      return new Place(row.whole("tick_id"), row.whole("after_id"));
    }
  }

  private record Failed(LoggedEvent event, int attempt) {
    static Failed of(Row row) {
      return new Failed(LoggedEvent.of(row), row.small("attempt"));
    }
  }

  /// The events that were given up.
  List<UUID> dead() {
    return database.asWorker(
        tx -> tx.list(statements.get("dead"), name(), row -> row.uuid("event_id")));
  }
}
