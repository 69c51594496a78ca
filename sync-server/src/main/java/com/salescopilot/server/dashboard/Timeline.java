package com.salescopilot.server.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.stats.Days;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each day brought, and the newest of it one by one.
final class Timeline {
  private static final int MOST_EVENTS = 100;

  private final Statements statements = Statements.load(Timeline.class);
  private final Database database;

  Timeline(Database database) {
    this.database = database;
  }

  ObjectNode of(Caller caller, Whose whose, Days days) {
    List<Instant> bounds = days.bounds();
    Args args =
        Args.of("ws", caller.workspace())
            .and("sender", whose.sender(caller))
            .and("from", bounds.getFirst())
            .and("to", bounds.getLast());
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("tz", days.zone().getId());
    return database.snapshot(
        caller.scope(),
        tx -> {
          fill(json.putArray("days"), days, counts(tx, args.and("bounds", bounds)));
          ArrayNode events = json.putArray("events");
          tx.list(statements.get("events"), args.and("most", MOST_EVENTS), Timeline::event)
              .forEach(events::add);
          return json;
        });
  }

  /// What a day has.
  private record Cell(long sent, long opened, long replied) {
    static final Cell EMPTY = new Cell(0, 0, 0);

    static Cell of(Row row) {
      return new Cell(row.whole("sent"), row.whole("opened"), row.whole("replied"));
    }
  }

  private Map<Integer, Cell> counts(Tx tx, Args args) {
    Map<Integer, Cell> counts = new HashMap<>();
    tx.scan(statements.get("counts"), args, row -> counts.put(row.small("day"), Cell.of(row)));
    return counts;
  }

  private static void fill(ArrayNode json, Days days, Map<Integer, Cell> counts) {
    int day = 0;
    for (LocalDate date : days.dates()) {
      day++;
      Cell cell = counts.getOrDefault(day, Cell.EMPTY);
      json.addObject()
          .put("date", date.toString())
          .put("sent", cell.sent())
          .put("opened", cell.opened())
          .put("replied", cell.replied());
    }
  }

  private static ObjectNode event(Row row) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("id", row.text("id"))
        .put("type", row.text("type"))
        .put("at", row.instant("at").toString())
        .put("emailId", row.text("email_id"))
        .put("subject", row.text("subject"));
    if (row.textMaybe("prospect_id").isEmpty()) {
      event.putNull("prospect");
    } else {
      event.set("prospect", People.prospect(row.text("prospect_id"), row));
    }
    if (row.textMaybe("campaign_id").isEmpty()) {
      event.putNull("campaign");
    } else {
      event
          .putObject("campaign")
          .put("id", row.text("campaign_id"))
          .put("name", row.text("campaign_name"));
    }
    return event;
  }
}
