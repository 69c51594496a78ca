package com.salescopilot.server.email;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// `/emails`: sending a letter once, and what became of it.
public final class EmailRoutes implements Routes {
  private final Rows rows;
  private final SendOnce sendOnce;

  public EmailRoutes(Rows rows, RowTables tables) {
    this.rows = rows;
    this.sendOnce = new SendOnce(tables);
  }

  @Override
  public void add(RouteTable table) {
    table.post("/emails/send", MEMBER, this::send).get("/emails/{id}", MEMBER, this::get);
  }

  private Answer send(Caller caller, Request request) {
    SendRequest wanted = SendRequest.of(caller, request);
    AtomicReference<UUID> mail = new AtomicReference<>(wanted.idWithoutDraft(caller));
    List<Result> results =
        rows.write(
            caller,
            tx ->
                switch (sendOnce.plan(tx, caller, wanted)) {
                  case SendOnce.Known(UUID id) -> {
                    mail.set(id);
                    yield List.of();
                  }
                  case SendOnce.New(var command) -> {
                    mail.set(command.email());
                    yield List.of(command);
                  }
                });
    Doc row = rows.get(caller, Entity.EMAIL, mail.get());
    boolean made = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.Applied);
    ObjectNode shown = shown(caller, row);
    return (made ? Answer.created(shown) : Answer.ok(shown)).etag(row.rev());
  }

  private Answer get(Caller caller, Request request) {
    Doc row = rows.get(caller, Entity.EMAIL, request.id("id"));
    return Answer.ok(shown(caller, row)).etag(row.rev());
  }

  /// What was written is between its sender, its receiver and the admins.
  private static ObjectNode shown(Caller caller, Doc row) {
    ObjectNode json = Rows.shown(caller, row);
    boolean sender = row.uuid("userId").equals(Optional.of(caller.user().value()));
    if (sender || caller.role() == Role.ADMIN) {
      json.put("bodyHtml", row.body("html").orElse(null));
      json.put("bodyText", row.body("text").orElse(null));
      row.get("provenance").ifPresent(origin -> json.set("provenance", ValueJson.write(origin)));
    }
    return json;
  }
}
