package com.salescopilot.server.campaign;

import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/campaigns`: made, looked at, started and stopped.
public final class CampaignRoutes implements Routes {
  private final Rows rows;
  private final CampaignViews views;
  private final Findings findings;

  public CampaignRoutes(Database database, Rows rows, RowTables tables, InstantSource clock) {
    this.rows = rows;
    this.findings = new Findings(database, rows, clock);
    this.views = new CampaignViews(database, rows, tables, clock);
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/campaigns", MEMBER, this::list)
        .post("/campaigns", MEMBER, this::create)
        .get("/campaigns/{id}", MEMBER, this::get)
        .patch("/campaigns/{id}", MEMBER, this::patch)
        .get("/campaigns/{id}/prospects", MEMBER, this::prospects)
        .post("/campaigns/{id}/preflight", MEMBER, this::preflight)
        .patch("/campaigns/{id}/status", MEMBER, this::moveTo);
  }

  private Answer list(Caller caller, Request request) {
    Optional<CampaignStatus> status =
        request
            .query("status")
            .map(
                text ->
                    CampaignRequest.status(text)
                        .orElseThrow(
                            () ->
                                new AppError.Malformed(
                                    List.of(
                                        new FieldError(
                                            "?status", "is no status of a campaign.")))));
    return Answer.ok(views.page(caller, status, request.page()));
  }

  private Answer get(Caller caller, Request request) {
    return Answer.ok(views.withNumbers(caller, request.id("id")));
  }

  private Answer prospects(Caller caller, Request request) {
    return Answer.ok(views.enrolments(caller, request.id("id"), request.page()));
  }

  private Answer preflight(Caller caller, Request request) {
    return Answer.ok(findings.shown(caller, request.id("id")));
  }

  private Answer create(Caller caller, Request request) {
    CampaignRequest wanted = CampaignRequest.of(caller, request);
    UUID id = rows.create(caller, request, wanted::changes);
    Doc row = rows.get(caller, Entity.CAMPAIGN, id);
    return Answer.created(Rows.shown(caller, row)).etag(row.rev());
  }

  private Answer patch(Caller caller, Request request) {
    UUID id = request.id("id");
    RequestBody body = RequestBody.of(caller, request);
    CampaignRequest.daysToInstants(body);
    rows.change(
        caller,
        request,
        new RowKey(Entity.CAMPAIGN, id),
        (_, row) ->
            List.of(RowPatch.of(row, body.forPatch(Entity.CAMPAIGN, Rows.shown(caller, row)))));
    return answer(caller, id);
  }

  private Answer answer(Caller caller, UUID id) {
    Doc row = rows.get(caller, Entity.CAMPAIGN, id);
    return Answer.ok(Rows.shown(caller, row)).etag(row.rev());
  }

  private Answer moveTo(Caller caller, Request request) {
    UUID id = request.id("id");
    RequestBody body = RequestBody.of(caller, request);
    Optional<CampaignStatus> target = body.takeText("status").flatMap(CampaignRequest::status);
    if (target.isEmpty()) {
      body.wrong("/status", "must be one of " + List.of(CampaignStatus.values()) + ".");
    }
    Waiting waiting = CampaignRequest.waiting(body);
    body.noMore();
    body.done();
    findings.withTheirs(
        caller,
        id,
        () ->
            rows.change(
                caller,
                request,
                new RowKey(Entity.CAMPAIGN, id),
                (_, row) -> move(row, target.orElseThrow(), waiting)));
    return answer(caller, id);
  }

  private static List<Change> move(Doc row, CampaignStatus target, Waiting waiting) {
    CampaignStatus status = CampaignStatus.valueOf(row.text("status").orElseThrow());
    if (status == target) {
      return List.of();
    }
    return CampaignMoves.moveTo(status, target)
        .<List<Change>>map(
            move ->
                List.of(
                    new CampaignCommand.Move(row.id(), move, row.uuid("statusChange"), waiting)))
        .orElseThrow(
            () ->
                new AppError.Conflict(
                    "STATE", "A campaign that is " + status + " does not become " + target + "."));
  }
}
