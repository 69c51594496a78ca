package com.salescopilot.server.task;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes down what somebody has to do because of an event, and ticks off what an event has done.
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
    List<Event> told = events.stream().filter(Duties::concerns).toList();
    if (told.isEmpty()) {
      return;
    }
    Args args =
        Args.of("ws", workspace)
            .and("mails", told.stream().map(Event::subject).distinct().toList());
    Map<UUID, Exchange> mails = new HashMap<>();
    tx.scan(statements.get("mails"), args, row -> mails.put(row.uuid("id"), Exchange.of(row)));
    List<UserId> senders =
        tx.list(statements.get("senders"), args, row -> new UserId(row.uuid("user_id")));
    for (UserId sender : senders) {
      Scope scope = new Scope(workspace, sender);
      tx.within(
          scope,
          inner -> {
            List<Change> changes = changes(inner, scope, args.and("owner", sender), told, mails);
            if (!changes.isEmpty()) {
              streams.writeWithin(inner, scope, TASKS, changes);
            }
            return true;
          });
    }
  }

  private List<Change> changes(
      Tx tx, Scope scope, Args args, List<Event> events, Map<UUID, Exchange> mails) {
    List<Doc> waiting = tasks(tx, "waiting", args);
    List<UUID> people =
        mails.values().stream()
            .filter(mail -> mail.sender().equals(scope.user()))
            .map(Exchange::prospect)
            .distinct()
            .toList();
    List<Doc> open =
        people.isEmpty()
            ? List.of()
            : tasks(
                tx,
                "open",
                args.and("prospects", people)
                    .and("ids", events.stream().flatMap(Duties::made).toList()));
    Duties duties = new Duties(scope.user(), mails, waiting, open);
    events.forEach(duties::hear);
    return duties.changes();
  }

  private List<Doc> tasks(Tx tx, String statement, Args args) {
    List<Doc> tasks = new ArrayList<>();
    tx.scan(statements.get(statement), args, row -> tasks.add(RowTables.doc(Entity.TASK, row)));
    return tasks;
  }
}
