package com.salescopilot.server.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.EnrolmentRows;
import com.salescopilot.server.rest.MailRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The campaigns that run and those that are about to, with what came of them.
final class Running {
  private static final int MOST = 200;

  private final Statements statements = Statements.load(Running.class);
  private final Database database;

  Running(Database database) {
    this.database = database;
  }

  ObjectNode of(Caller caller, Whose whose) {
    Args args =
        Args.of("ws", caller.workspace()).and("sender", whose.sender(caller)).and("most", MOST);
    return database.snapshot(
        caller.scope(),
        tx -> {
          List<ObjectNode> campaigns = tx.list(statements.get("campaigns"), args, Running::shown);
          enrolled(tx, caller, campaigns);
          ObjectNode json = JsonNodeFactory.instance.objectNode();
          ArrayNode all = json.putArray("campaigns");
          campaigns.forEach(all::add);
          return json;
        });
  }

  private static ObjectNode shown(Row row) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown
        .put("id", row.text("id"))
        .put("name", row.text("name"))
        .put("status", row.text("status"))
        .put("pausedReason", row.textMaybe("paused_reason").orElse(null))
        .put("startDate", row.instantMaybe("start_date").map(Instant::toString).orElse(null))
        .put("endDate", row.instantMaybe("end_date").map(Instant::toString).orElse(null));
    MailCounts counts = MailRows.counts(row);
    counts.into(shown);
    shown.remove(List.of("bounced", "failed", "unconfirmed", "pending"));
    shown.set("repliedProspects", MailRows.repliedProspects(row).json());
    return shown.put("nextAt", row.instantMaybe("next_at").map(Instant::toString).orElse(null));
  }

  private void enrolled(Tx tx, Caller caller, List<ObjectNode> campaigns) {
    Map<UUID, Map<String, Long>> counts = new HashMap<>();
    List<UUID> ids =
        campaigns.stream().map(shown -> UUID.fromString(shown.path("id").asText())).toList();
    tx.scan(
        statements.get("enrolments"),
        Args.of("ws", caller.workspace()).and("campaigns", ids),
        row ->
            counts
                .computeIfAbsent(row.uuid("campaign_id"), _ -> new HashMap<>())
                .put(row.text("status"), row.whole("n")));
    for (int i = 0; i < ids.size(); i++) {
      EnrolmentRows.into(campaigns.get(i), counts.getOrDefault(ids.get(i), Map.of()));
    }
  }
}
