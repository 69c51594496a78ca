package com.salescopilot.server.events;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.PlainJdbc;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.lang.System.Logger.Level;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Gives events to a consumer inside the runner's transaction. What fails is undone to a savepoint
/// and noted for another attempt; everything else goes on.
@PlainJdbc("savepoints")
final class Delivery {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final int LONGEST_ERROR = 500;

  private final Consumer consumer;
  private final Statements statements;
  private final Retries retries;

  Delivery(Consumer consumer, Statements statements, Retries retries) {
    this.consumer = consumer;
    this.statements = statements;
    this.retries = retries;
  }

  /// Delivers a batch.
  ///
  /// @return the workspaces of the events; entered in the order of their ids, so that two consumers
  ///   never wait for each other's locks
  Set<WorkspaceId> deliver(Tx tx, List<LoggedEvent> events) {
    Map<WorkspaceId, List<Event>> known = new TreeMap<>(Comparator.comparing(WorkspaceId::value));
    for (LoggedEvent logged : events) {
      Optional<Event> event = logged.known();
      if (event.isPresent()) {
        known.computeIfAbsent(logged.workspace(), _ -> new ArrayList<>()).add(event.get());
      } else {
        note(tx, logged, retries.most(), "unknown type " + logged.type());
      }
    }
    known.forEach((workspace, some) -> deliver(tx, workspace, some));
    return known.keySet();
  }

  /// Delivers an event that has failed before.
  ///
  /// @param attempts that have failed so far
  void tryAgain(Tx tx, LoggedEvent logged, int attempts) {
    Optional<Event> event = logged.known();
    Optional<RuntimeException> failure =
        event.isEmpty()
            ? Optional.of(new IllegalStateException("unknown type " + logged.type()))
            : failure(tx, logged.workspace(), List.of(event.get()));
    if (failure.isEmpty()) {
      tx.exec(statements.get("settle"), key(logged.workspace()).and("event", logged.id()));
    } else {
      note(tx, logged, attempts + 1, said(failure.get()));
    }
  }

  private void deliver(Tx tx, WorkspaceId workspace, List<Event> events) {
    Optional<RuntimeException> failure = failure(tx, workspace, events);
    if (failure.isEmpty()) {
      return;
    }
    if (events.size() > 1) {
      events.forEach(event -> deliver(tx, workspace, List.of(event)));
      return;
    }
    Event event = events.getFirst();
    LOG.log(
        Level.WARNING,
        "consumer " + consumer.name() + " cannot take up event " + event.id(),
        failure.get());
    note(tx, event, 1, said(failure.get()));
  }

  /// What the consumer failed with, after which nothing is left of its attempt.
  private Optional<RuntimeException> failure(Tx tx, WorkspaceId workspace, List<Event> events) {
    Savepoint before = tx.jdbc(connection -> connection.setSavepoint());
    try {
      tx.within(
          Scope.ofSystem(workspace),
          inner -> {
            consumer.apply(inner, workspace, events);
            return true;
          });
      tx.jdbc(
          connection -> {
            connection.releaseSavepoint(before);
            return true;
          });
      return Optional.empty();
    } catch (DbFailure.Unavailable e) {
      throw e; // says nothing about the event: the whole batch comes again
    } catch (RuntimeException e) {
      tx.jdbc(
          connection -> {
            connection.rollback(before);
            return true;
          });
      return Optional.of(e);
    }
  }

  private void note(Tx tx, LoggedEvent event, int attempts, String error) {
    note(
        tx,
        key(event.workspace()).and("event", event.id()).and("position", event.position()),
        attempts,
        error);
  }

  private void note(Tx tx, Event event, int attempts, String error) {
    note(
        tx,
        key(event.workspace()).and("event", event.id()).and("position", event.position()),
        attempts,
        error);
  }

  private void note(Tx tx, Args event, int attempts, String error) {
    tx.exec(
        statements.get("fail"),
        event
            .and("attempt", attempts)
            .and("pause", retries.after(attempts).toMillis() / 1_000.0)
            .and("error", error)
            .and("dead", attempts >= retries.most()));
  }

  private Args key(WorkspaceId workspace) {
    return Args.of("ws", workspace).and("name", consumer.name());
  }

  private static String said(RuntimeException e) {
    String text = e.getClass().getSimpleName() + ": " + e.getMessage();
    return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
  }
}
