package com.salescopilot.server.campaign;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who is in a campaign: taken in while it runs, and paused, resumed, taken out or begun anew one
/// by one.
public final class EnrolmentRoutes implements Routes {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Rows rows;

  public EnrolmentRoutes(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(RouteTable table) {
    table
        .post("/campaigns/{id}/prospects", MEMBER, this::enrol)
        .post("/campaigns/{id}/prospects/{prospectId}/pause", MEMBER, this::pause)
        .post("/campaigns/{id}/prospects/{prospectId}/resume", MEMBER, this::resume)
        .post("/campaigns/{id}/prospects/{prospectId}/retry", MEMBER, this::retry)
        .post("/campaigns/{id}/prospects/{prospectId}/restart", MEMBER, this::restart)
        .post("/campaigns/{id}/prospects/{prospectId}/exclude", MEMBER, this::exclude);
  }

  private Answer enrol(Caller caller, Request request) {
    UUID campaign = request.id("id");
    RequestBody body = RequestBody.of(caller, request);
    if (body.peek("prospectIds").isEmpty()) {
      body.wrong("/prospectIds", "is missing.");
    }
    List<UUID> prospects = CampaignRequest.prospects(body);
    body.noMore();
    body.done();
    List<Change> changes = new ArrayList<>();
    for (int from = 0; from < prospects.size(); from += CampaignCommand.Enrol.MOST) {
      int to = Math.min(from + CampaignCommand.Enrol.MOST, prospects.size());
      changes.add(new CampaignCommand.Enrol(campaign, prospects.subList(from, to)));
    }
    int added =
        rows
            .change(caller, request, new RowKey(Entity.CAMPAIGN, campaign), (_, _) -> changes)
            .stream()
            .mapToInt(result -> result.rows().size())
            .sum();
    return Answer.ok(Map.of("added", added));
  }

  private Answer pause(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    Optional<Instant> until = body.takeText("until").flatMap(text -> instant(body, text));
    body.noMore();
    body.done();
    return ask(caller, request, EnrolmentMove.PAUSE, until);
  }

  private Answer resume(Caller caller, Request request) {
    return ask(caller, request, EnrolmentMove.RESUME, Optional.empty());
  }

  private Answer retry(Caller caller, Request request) {
    return ask(caller, request, EnrolmentMove.RETRY, Optional.empty());
  }

  private Answer restart(Caller caller, Request request) {
    return ask(caller, request, EnrolmentMove.RESTART, Optional.empty());
  }

  private Answer exclude(Caller caller, Request request) {
    return ask(caller, request, EnrolmentMove.EXCLUDE, Optional.empty());
  }

  private static Optional<Instant> instant(RequestBody body, String text) {
    try {
      Instant at = Instant.parse(text);
      if (!at.isBefore(Instant.EPOCH) && at.isBefore(LATEST)) {
        return Optional.of(at);
      }
    } catch (DateTimeException _) {
      // as wrong as one that no calendar has
    }
    body.wrong("/until", "must be an instant such as 2026-09-01T08:00:00Z.");
    return Optional.empty();
  }

  private Answer ask(Caller caller, Request request, EnrolmentMove move, Optional<Instant> until) {
    Doc prospect = rows.get(caller, Entity.PROSPECT, request.id("prospectId"));
    UUID id = DerivedId.enrolment(request.id("id"), prospect.id());
    RowKey key = new RowKey(Entity.CAMPAIGN_PROSPECT, id);
    rows.change(caller, request, key, (_, _) -> List.of(new EnrolmentCommand.Ask(id, move, until)));
    Doc row = rows.get(caller, Entity.CAMPAIGN_PROSPECT, id);
    ObjectNode shown = Rows.shown(caller, row);
    shown.set("prospect", Rows.shown(caller, prospect));
    return Answer.ok(shown).etag(row.rev());
  }
}
