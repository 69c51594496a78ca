package com.salescopilot.server.history;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;

/// `/history`: the changes of one row, the newest first. `/trash`: rows that were deleted and are
/// kept for a while.
public final class HistoryRoutes implements Routes {
  private final Statements statements = Statements.load(HistoryRoutes.class);
  private final Database database;

  public HistoryRoutes(Database database) {
    this.database = database;
  }

  @Override
  public void add(RouteTable table) {
    table.get("/history/{entity}/{id}", MEMBER, this::history).get("/trash", MEMBER, this::trash);
  }

  private Answer history(Caller caller, Request request) {
    Entity entity = Entity.named(request.path("entity")).orElseThrow(AppError.NotFound::new);
    Page page = request.page();
    Args args =
        Args.of("ws", caller.workspace())
            .and("user", caller.user())
            .and("mine", entity.stream() == StreamKind.ME)
            .and("entity", entity.table())
            .and("id", request.id("id"));
    Page.Of<ObjectNode> found =
        database.snapshot(
            caller.scope(),
            tx ->
                page.of(
                    tx.list(statements.get("history"), window(args, page), HistoryRoutes::change),
                    tx.one(statements.get("historyCount"), args, row -> row.whole("n"))));
    if (found.total() == 0) {
      throw new AppError.NotFound();
    }
    return Answer.ok(found);
  }

  private Answer trash(Caller caller, Request request) {
    Page page = request.page();
    Args args = Args.of("ws", caller.workspace()).and("user", caller.user());
    return Answer.ok(
        database.snapshot(
            caller.scope(),
            tx ->
                page.of(
                    tx.list(statements.get("trash"), window(args, page), HistoryRoutes::grave),
                    tx.one(statements.get("trashCount"), args, row -> row.whole("n")))));
  }

  private static Args window(Args args, Page page) {
    return args.and("limit", page.limit()).and("offset", page.offset());
  }

  /// A change, without the words of a letter: those are read where the letter is.
  private static ObjectNode change(Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.uuid("id").toString());
    json.put("op", row.text("op"));
    json.put("at", row.instant("edited_at").toString());
    json.put("userId", row.uuidMaybe("user_id").map(Object::toString).orElse(null));
    json.put("userName", row.textMaybe("name").orElse(null));
    if (row.json("body") instanceof ObjectNode body) {
      body.remove("body");
      json.set("change", body);
    }
    return json;
  }

  private static ObjectNode grave(Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("entity", row.text("entity"));
    json.put("id", row.uuid("id").toString());
    json.put("rev", row.whole("rev"));
    json.put("deletedAt", row.instant("at").toString());
    json.put("deletedBy", row.uuidMaybe("by_user").map(Object::toString).orElse(null));
    json.put("deletedByName", row.textMaybe("name").orElse(null));
    json.set("fields", row.json("doc"));
    return json;
  }
}
