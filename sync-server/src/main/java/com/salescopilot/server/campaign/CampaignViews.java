package com.salescopilot.server.campaign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.rest.EnrolmentRows;
import com.salescopilot.server.rest.MailRows;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Campaigns with what came of them.
final class CampaignViews {
  private final Statements statements = Statements.load(CampaignViews.class);
  private final Guards guards = new Guards();
  private final InstantSource clock;
  private final Database database;
  private final Rows rows;
  private final RowTables tables;

  CampaignViews(Database database, Rows rows, RowTables tables, InstantSource clock) {
    this.clock = clock;
    this.database = database;
    this.rows = rows;
    this.tables = tables;
  }

  /// One page, the newest first, each with the number of its mails.
  Page.Of<ObjectNode> page(Caller caller, Optional<CampaignStatus> status, Page page) {
    Args filter = ws(caller).and("status", status);
    Args window = filter.and("limit", page.limit()).and("offset", page.offset());
    return database.snapshot(
        caller.scope(),
        tx ->
            page.of(
                tx.list(statements.get("page"), window, row -> counted(caller, row)),
                tx.one(statements.get("count"), filter, row -> row.whole("n"))));
  }

  private static ObjectNode counted(Caller caller, Row row) {
    ObjectNode shown = Rows.shown(caller, RowTables.doc(Entity.CAMPAIGN, row));
    shown.putObject("_count").put("emails", row.whole("mails"));
    return shown;
  }

  /// A campaign with its numbers.
  ///
  /// @throws com.salescopilot.server.http.AppError.NotFound if there is none
  ObjectNode withNumbers(Caller caller, UUID id) {
    return database.snapshot(
        caller.scope(),
        tx -> {
          ObjectNode shown = Rows.shown(caller, rows.get(tx, caller.scope(), Entity.CAMPAIGN, id));
          enrolled(tx, caller, id, shown);
          ArrayNode wordings = shown.putArray("wordings");
          tx.list(
                  statements.get("wordings"),
                  ws(caller).and("campaign", id),
                  CampaignViews::wording)
              .forEach(wordings::add);
          shown.set("guard", guards.state(tx, caller.workspace(), id, clock.instant()));
          return tx.one(
              statements.get("numbers"),
              ws(caller).and("campaign", id),
              row -> {
                MailRows.counts(row).into(shown);
                shown.set("repliedProspects", MailRows.repliedProspects(row).json());
                shown.putObject("_count").put("emails", row.whole("mails"));
                return shown;
              });
        });
  }

  /// What one wording of a step brought. That one of its step leads is said by whoever compares.
  private static ObjectNode wording(Row row) {
    ObjectNode shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("stepId", row.text("id"))
            .put("position", row.whole("position"))
            .put("variant", row.text("variant"));
    MailRows.counts(row).into(shown);
    return shown;
  }

  private void enrolled(Tx tx, Caller caller, UUID id, ObjectNode shown) {
    Map<String, Long> counts = new HashMap<>();
    tx.list(
            statements.get("byStatus"),
            ws(caller).and("campaign", id),
            row -> Map.entry(row.text("status"), row.whole("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    EnrolmentRows.into(shown, counts);
  }

  /// One page of a campaign's enrolments in the order in which they were made, each with its
  /// prospect; null where the prospect was deleted.
  ///
  /// @throws com.salescopilot.server.http.AppError.NotFound if there is no such campaign
  Page.Of<ObjectNode> enrolments(Caller caller, UUID id, Page page) {
    Args campaign = ws(caller).and("campaign", id);
    Args window = campaign.and("limit", page.limit()).and("offset", page.offset());
    return database.snapshot(
        caller.scope(),
        tx -> {
          rows.get(tx, caller.scope(), Entity.CAMPAIGN, id);
          List<Doc> enrolments =
              tx.list(
                  statements.get("enrolments"),
                  window,
                  row -> RowTables.doc(Entity.CAMPAIGN_PROSPECT, row));
          return page.of(
              withProspects(tx, caller, enrolments),
              tx.one(statements.get("countEnrolments"), campaign, row -> row.whole("n")));
        });
  }

  private List<ObjectNode> withProspects(Tx tx, Caller caller, List<Doc> enrolments) {
    List<UUID> ids = enrolments.stream().flatMap(e -> e.uuid("prospectId").stream()).toList();
    Map<UUID, ObjectNode> prospects = new HashMap<>();
    tables
        .find(tx, caller.scope(), Entity.PROSPECT, ids)
        .forEach(row -> prospects.put(row.id(), Rows.shown(caller, row)));
    List<ObjectNode> items = new ArrayList<>();
    for (Doc enrolment : enrolments) {
      ObjectNode item = Rows.shown(caller, enrolment);
      item.set("prospect", enrolment.uuid("prospectId").map(prospects::get).orElse(null));
      items.add(item);
    }
    return items;
  }

  private static Args ws(Caller caller) {
    return Args.of("ws", caller.workspace());
  }
}
