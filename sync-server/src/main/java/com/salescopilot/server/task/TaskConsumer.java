package com.salescopilot.server.task;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A task that waits for an answer is done when a person has answered.
public final class TaskConsumer implements Consumer {
  private static final Actor TASKS = new Actor.Internal("task");

  private final Statements statements = Statements.load(TaskConsumer.class);
  private final Streams streams;

  public TaskConsumer(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String name() {
    return "task";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    Map<UUID, Instant> answered = new LinkedHashMap<>();
    for (Event event : events) {
      // what nobody proved ends nothing
      if (event.type() == EventType.EMAIL_REPLIED
          && event.payload().path("verified").asBoolean(true)) {
        answered.putIfAbsent(event.subject(), event.occurredAt());
      }
    }
    if (answered.isEmpty()) {
      return;
    }
    List<UserId> senders =
        tx.list(
            statements.get("senders"),
            Args.of("ws", workspace).and("mails", List.copyOf(answered.keySet())),
            row -> new UserId(row.uuid("user_id")));
    for (UserId sender : senders) {
      Scope scope = new Scope(workspace, sender);
      tx.within(
          scope,
          inner -> {
            List<Change> changes = done(inner, scope, answered);
            if (!changes.isEmpty()) {
              streams.writeWithin(inner, scope, TASKS, changes);
            }
            return true;
          });
    }
  }

  private List<Change> done(Tx tx, Scope scope, Map<UUID, Instant> answered) {
    List<Change> changes = new ArrayList<>();
    tx.scan(
        statements.get("waiting"),
        Args.of("ws", scope.workspace())
            .and("owner", scope.user())
            .and("mails", List.copyOf(answered.keySet())),
        row -> changes.add(done(RowTables.doc(Entity.TASK, row), answered)));
    return changes;
  }

  private static Change done(Doc task, Map<UUID, Instant> answered) {
    Instant at = task.uuid("emailId").map(answered::get).orElseThrow();
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    set.put(
        "doneAt",
        new FieldPatch.Whole(
            Before.of(Optional.empty()),
            Optional.of(Value.text(at.truncatedTo(ChronoUnit.MILLIS).toString()))));
    return new Change.Patch(task.key(), set);
  }
}
