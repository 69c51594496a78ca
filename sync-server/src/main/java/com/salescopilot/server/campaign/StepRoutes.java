package com.salescopilot.server.campaign;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;

/// `/campaigns/{id}/steps`: what a campaign sends, in order.
public final class StepRoutes implements Routes {
  private final Database database;
  private final Rows rows;
  private final Statements statements = Statements.load(StepRoutes.class);

  public StepRoutes(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/campaigns/{id}/steps", MEMBER, this::list)
        .post("/campaigns/{id}/steps", MEMBER, this::create)
        .get("/campaigns/{id}/steps/{stepId}", MEMBER, this::get)
        .patch("/campaigns/{id}/steps/{stepId}", MEMBER, this::patch)
        .delete("/campaigns/{id}/steps/{stepId}", MEMBER, this::delete);
  }

  private Answer list(Caller caller, Request request) {
    UUID campaign = request.id("id");
    Page page = request.page();
    Args args = Args.of("ws", caller.workspace()).and("campaign", campaign);
    return Answer.ok(
        database.snapshot(
            caller.scope(),
            tx -> {
              rows.get(tx, caller.scope(), Entity.CAMPAIGN, campaign);
              return page.of(
                  tx.list(
                      statements.get("page"),
                      args.and("limit", page.limit()).and("offset", page.offset()),
                      row -> Rows.shown(caller, RowTables.doc(Entity.CAMPAIGN_STEP, row))),
                  tx.one(statements.get("count"), args, row -> row.whole("n")));
            }));
  }

  private Answer get(Caller caller, Request request) {
    return answer(caller, request);
  }

  private Answer create(Caller caller, Request request) {
    UUID campaign = request.id("id");
    rows.get(caller, Entity.CAMPAIGN, campaign);
    RequestBody body = RequestBody.of(caller, request);
    ObjectNode fresh = JsonNodeFactory.instance.objectNode().put("campaignId", campaign.toString());
    body.put("campaignId", campaign.toString());
    SortedMap<String, Value> fields = body.forNew(Entity.CAMPAIGN_STEP, fresh);
    UUID id =
        rows.create(
            caller,
            request,
            made -> List.of(new Change.Create(new RowKey(Entity.CAMPAIGN_STEP, made), fields)));
    Doc row = rows.get(caller, Entity.CAMPAIGN_STEP, id);
    return Answer.created(Rows.shown(caller, row)).etag(row.rev());
  }

  private Answer patch(Caller caller, Request request) {
    RowKey key = key(caller, request);
    RequestBody body = RequestBody.of(caller, request);
    rows.change(
        caller,
        request,
        key,
        (_, row) ->
            List.of(
                RowPatch.of(row, body.forPatch(Entity.CAMPAIGN_STEP, Rows.shown(caller, row)))));
    return answer(caller, request);
  }

  private Answer delete(Caller caller, Request request) {
    rows.change(
        caller,
        request,
        key(caller, request),
        (_, row) -> List.of(new Change.Delete(row.key(), OptionalLong.of(row.rev()))));
    return Answer.noContent();
  }

  private Answer answer(Caller caller, Request request) {
    Doc row = rows.get(caller, Entity.CAMPAIGN_STEP, key(caller, request).id());
    return Answer.ok(Rows.shown(caller, row)).etag(row.rev());
  }

  /// The step, if it is one of this campaign.
  private RowKey key(Caller caller, Request request) {
    Doc row = rows.get(caller, Entity.CAMPAIGN_STEP, request.id("stepId"));
    if (row.uuid("campaignId").filter(request.id("id")::equals).isEmpty()) {
      throw new AppError.NotFound();
    }
    return row.key();
  }
}
