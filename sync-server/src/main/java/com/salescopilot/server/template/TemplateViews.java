package com.salescopilot.server.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.List;
import java.util.UUID;

/// Templates with the mark of the one who looks and with what came of the mails made from them.
final class TemplateViews {
  /// What is shown and stands in no row of its own.
  static final List<String> COUNTED = List.of("opens", "replies");

  private final Statements statements = Statements.load(TemplateViews.class);
  private final Database database;

  TemplateViews(Database database) {
    this.database = database;
  }

  /// One page, the newest first.
  Page.Of<ObjectNode> page(Caller caller, Page page) {
    Args window = args(caller).and("limit", page.limit()).and("offset", page.offset());
    return database.snapshot(
        caller.scope(),
        tx ->
            page.of(
                tx.list(statements.get("page"), window, row -> shown(caller, row)),
                tx.one(statements.get("count"), args(caller), row -> row.whole("n"))));
  }

  /// The template with this id.
  ///
  /// @throws AppError.NotFound if there is none
  ObjectNode one(Caller caller, UUID id) {
    return database
        .inWorkspace(
            caller.scope(),
            tx ->
                tx.maybe(
                    statements.get("one"), args(caller).and("id", id), row -> shown(caller, row)))
        .orElseThrow(AppError.NotFound::new);
  }

  private static Args args(Caller caller) {
    return Args.of("ws", caller.workspace()).and("user", caller.user());
  }

  private static ObjectNode shown(Caller caller, Row row) {
    Rate opens = new Rate(row.whole("opened"), row.whole("tracked"));
    Rate replies = new Rate(row.whole("replied"), row.whole("sent"));
    ObjectNode shown =
        Rows.shown(caller, RowTables.doc(Entity.TEMPLATE, row))
            .put("usedCount", row.whole("sent"))
            .put("isFavorite", row.flag("is_favorite"));
    shown.set("openRate", opens.json().get("rate"));
    shown.set("replyRate", replies.json().get("rate"));
    shown.set("opens", opens.json());
    shown.set("replies", replies.json());
    return shown;
  }
}
