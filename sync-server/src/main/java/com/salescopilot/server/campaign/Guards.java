package com.salescopilot.server.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.stats.Guard;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Stops campaigns of which too much comes back or annoys, each by itself, and all that run from a
/// mailbox of which that is so. Whoever resumes one begins to count anew.
final class Guards {
  private final Statements statements = Statements.load(Guards.class);

  /// What follows from these events; the last of them is now.
  List<Change> changes(Tx tx, WorkspaceId workspace, List<Event> events) {
    List<Event> told = events.stream().filter(Guards::matters).toList();
    Args ws = Args.of("ws", workspace);
    if (told.isEmpty() || !tx.one(statements.get("trouble"), ws, row -> row.flag("trouble"))) {
      return List.of();
    }
    Instant now = told.stream().map(Event::occurredAt).max(Instant::compareTo).orElseThrow();
    Args mails =
        ws.and("mails", told.stream().map(Event::subject).toList())
            .and("since", now.minus(Guard.SEEN));
    Map<UUID, Guard.Alarm> alarms = new LinkedHashMap<>();
    for (Running one : tx.list(statements.get("campaigns"), mails, Running::ofCampaign)) {
      Guard.judge(counts(tx, workspace, Optional.of(one.campaign()), Optional.empty(), one.since()))
          .ifPresent(alarm -> alarms.put(one.campaign(), alarm));
    }
    Map<UUID, Optional<Guard.Alarm>> boxes = new HashMap<>();
    for (Running one : tx.list(statements.get("mailboxes"), mails, Running::ofMailbox)) {
      UUID mailbox = one.mailbox().orElseThrow();
      boxes
          .computeIfAbsent(
              mailbox,
              id ->
                  Guard.judge(
                      counts(tx, workspace, Optional.empty(), Optional.of(id), one.since())))
          .ifPresent(alarm -> alarms.putIfAbsent(one.campaign(), alarm));
    }
    List<Change> changes = new ArrayList<>();
    alarms.forEach((campaign, alarm) -> changes.add(new CampaignCommand.Halt(campaign, alarm)));
    return changes;
  }

  /// A campaign that runs.
  ///
  /// @param since when its mails, or those of its mailbox, are counted
  private record Running(UUID campaign, Optional<UUID> mailbox, Instant since) {
    static Running ofCampaign(Row row) {
      return new Running(row.uuid("id"), Optional.empty(), row.instant("since"));
    }

    static Running ofMailbox(Row row) {
      return new Running(row.uuid("id"), Optional.of(row.uuid("mailbox")), row.instant("since"));
    }
  }

  /// Where a campaign stands before the guard.
  ObjectNode state(Tx tx, WorkspaceId workspace, UUID campaign, Instant now) {
    Instant since =
        tx.one(
            statements.get("since"),
            Args.of("ws", workspace).and("campaign", campaign).and("since", now.minus(Guard.SEEN)),
            row -> row.instant("since"));
    Guard.Counts counts = counts(tx, workspace, Optional.of(campaign), Optional.empty(), since);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return json.put("since", since.toString())
        .put("judgedFrom", Guard.JUDGED_FROM)
        .put("left", counts.left())
        .put("bounced", counts.bounced())
        .put("complained", counts.complained())
        .put("alarm", Guard.judge(counts).map(Enum::name).orElse(null));
  }

  private Guard.Counts counts(
      Tx tx,
      WorkspaceId workspace,
      Optional<UUID> campaign,
      Optional<UUID> mailbox,
      Instant since) {
    return tx.one(
        statements.get("counts"),
        Args.of("ws", workspace)
            .and("campaign", campaign)
            .and("mailbox", mailbox)
            .and("since", since),
        row -> new Guard.Counts(row.whole("sent"), row.whole("bounced"), row.whole("complained")));
  }

  private static boolean matters(Event event) {
    return switch (event.type()) {
      case EMAIL_SENT, EMAIL_BOUNCED, EMAIL_COMPLAINED -> true;
      case EMAIL_QUEUED,
          EMAIL_FAILED,
          EMAIL_UNCONFIRMED,
          EMAIL_OPENED,
          EMAIL_CLICKED,
          EMAIL_REPLIED,
          EMAIL_AUTO_REPLIED,
          EMAIL_UNSUBSCRIBED ->
          false;
    };
  }
}
