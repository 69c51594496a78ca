package com.salescopilot.server.tracking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.events.EventLog;
import com.salescopilot.server.events.GroupCommit;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Writes hits on the pixel into the log, many in one commit. A picture is answered after that
/// commit; when very many wait, before it, as a slow picture shows in somebody's mail.
final class Hits {
  private static final System.Logger LOG = System.getLogger(Hits.class.getName());
  private static final int MOST_IN_A_COMMIT = 1_000;
  private static final int ANSWER_FIRST_ABOVE = 5_000;
  private static final int DROP_ABOVE = 200_000;
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  private static final Duration BEFORE_WRITING_AGAIN = Duration.ofMillis(250);

  private final Database database;
  private final EventLog log;
  private final Sources sources;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final GroupCommit<Waiting, Boolean> commits =
      new GroupCommit<>("hits", MOST_IN_A_COMMIT, this::commit);
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean stopping;

  private record Waiting(
      UUID email, Hit.Proof proof, boolean ahead, AgentKind agent, String address, Instant at) {}

  Hits(Database database, EventLog log, Sources sources, InstantSource clock, Supplier<UUID> ids) {
    this.database = database;
    this.log = log;
    this.sources = sources;
    this.clock = clock;
    this.ids = ids;
  }

  void start() {
    commits.start();
  }

  /// Writes what is waiting, if that can be done at once.
  void stop() throws InterruptedException {
    stopping = true;
    commits.stop();
  }

  /// Writes a hit down.
  void note(UUID email, Hit.Proof proof, boolean ahead, AgentKind agent, String address) {
    int before = commits.waiting();
    if (before > DROP_ABOVE) {
      if (dropped.incrementAndGet() == 1) {
        LOG.log(Level.ERROR, "more opens come than can be kept; some are not counted");
      }
      return;
    }
    CompletableFuture<Boolean> written =
        commits.submit(new Waiting(email, proof, ahead, agent, address, clock.instant()));
    if (before < ANSWER_FIRST_ABOVE) {
      await(written);
    }
  }

  private static void await(CompletableFuture<Boolean> written) {
    try {
      written.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException _) {
      // the picture does not wait for a slow database
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "an open could not be kept", e.getCause());
    }
  }

  /// What cannot be written now is tried again: an outage of the database costs no opens.
  private List<Boolean> commit(List<Waiting> batch) {
    while (true) {
      try {
        return write(batch);
      } catch (DbFailure.Unavailable e) {
        if (stopping) {
          throw e;
        }
        LockSupport.parkNanos(BEFORE_WRITING_AGAIN.toNanos());
      }
    }
  }

  private List<Boolean> write(List<Waiting> batch) {
    Set<UUID> written =
        database.asWorker(
            tx -> {
              List<EventLog.Heard> heard =
                  batch.stream()
                      .map(
                          hit ->
                              new EventLog.Heard(
                                  ids.get(),
                                  EventType.EMAIL_OPENED,
                                  hit.email(),
                                  hit.at(),
                                  payload(hit, sources.of(tx, hit.address(), hit.at()))))
                      .toList();
              return log.append(tx, heard);
            });
    return batch.stream().map(_ -> !written.isEmpty()).toList();
  }

  private static ObjectNode payload(Waiting hit, String source) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("openedAt", hit.at().toString())
            .put("verified", hit.proof() != Hit.Proof.NONE)
            .put("proof", hit.proof().name())
            .put("agent", hit.agent().name());
    if (hit.ahead()) {
      payload.put("ahead", true);
    }
    if (!source.isEmpty()) {
      payload.put("source", source);
    }
    return payload;
  }
}
