package com.salescopilot.server.draft;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// `/emails/draft…`: a person's own letters before they are sent.
public final class DraftRoutes implements Routes {
  private final Rows rows;

  public DraftRoutes(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/emails/drafts/{id}", MEMBER, this::get)
        .post("/emails/draft", MEMBER, this::save)
        .delete("/emails/draft/{id}", MEMBER, this::delete);
  }

  private Answer get(Caller caller, Request request) {
    return answer(caller, request.id("id"));
  }

  /// With an id the draft changes, without one it begins.
  private Answer save(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    Optional<UUID> id = body.take("id").map(DraftRoutes::id);
    return id.isPresent() ? change(caller, request, body, id.get()) : begin(caller, request, body);
  }

  private Answer begin(Caller caller, Request request, RequestBody body) {
    ObjectNode fresh = JsonNodeFactory.instance.objectNode();
    fresh.put("userId", caller.user().toString());
    SortedMap<String, Value> fields = body.forNew(Entity.EMAIL_DRAFT, fresh);
    UUID id =
        rows.create(
            caller,
            request,
            made -> List.of(new Change.Create(new RowKey(Entity.EMAIL_DRAFT, made), fields)));
    Doc row = row(caller, id);
    return Answer.created(Rows.shown(caller, row)).etag(row.rev());
  }

  private Answer change(Caller caller, Request request, RequestBody body, UUID id) {
    rows.change(
        caller,
        request,
        new RowKey(Entity.EMAIL_DRAFT, id),
        (_, row) ->
            List.of(RowPatch.of(row, body.forPatch(Entity.EMAIL_DRAFT, Rows.shown(caller, row)))));
    return answer(caller, id);
  }

  private Answer answer(Caller caller, UUID id) {
    Doc row = row(caller, id);
    return Answer.ok(Rows.shown(caller, row)).etag(row.rev());
  }

  private Answer delete(Caller caller, Request request) {
    rows.delete(caller, request, new RowKey(Entity.EMAIL_DRAFT, request.id("id")));
    return Answer.noContent();
  }

  private Doc row(Caller caller, UUID id) {
    return rows.get(caller, Entity.EMAIL_DRAFT, id);
  }

  private static UUID id(JsonNode node) {
    try {
      return UuidText.parse("id", node.asText());
    } catch (IllegalArgumentException _) {
      throw new AppError.Invalid("/id", "must be a UUID.");
    }
  }
}
