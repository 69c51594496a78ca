package com.salescopilot.server.prospect;

import static com.salescopilot.server.http.Access.ADMIN;
import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// `/prospects`: the people of the workspace.
public final class ProspectRoutes implements Routes {
  /// Nobody types more; each word costs a comparison of every row that the index finds.
  private static final int LONGEST_SEARCH = 200;

  private final Rows rows;
  private final ProspectSearch search;

  public ProspectRoutes(Database database, Rows rows) {
    this.rows = rows;
    this.search = new ProspectSearch(database);
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/prospects", MEMBER, this::list)
        .post("/prospects", MEMBER, this::create)
        .get("/prospects/{id}", MEMBER, this::get)
        .patch("/prospects/{id}", MEMBER, this::patch)
        .delete("/prospects/{id}", MEMBER, this::delete)
        .post("/prospects/{id}/erase", ADMIN, this::erase);
  }

  /// The words to search for.
  static Optional<String> typed(Request request) {
    Optional<String> typed = request.query("search");
    if (typed.filter(text -> text.length() > LONGEST_SEARCH).isPresent()) {
      throw new AppError.Malformed(
          List.of(
              new FieldError("?search", "must have at most " + LONGEST_SEARCH + " characters.")));
    }
    return typed;
  }

  private Answer list(Caller caller, Request request) {
    return Answer.ok(search.find(caller, typed(request), request.query("email"), request.page()));
  }

  private Answer create(Caller caller, Request request) {
    SortedMap<String, Value> fields =
        RequestBody.of(caller, request)
            .forNew(Entity.PROSPECT, JsonNodeFactory.instance.objectNode());
    UUID id =
        rows.create(
            caller,
            request,
            made -> List.of(new Change.Create(new RowKey(Entity.PROSPECT, made), fields)));
    Doc row = rows.get(caller, Entity.PROSPECT, id);
    ObjectNode shown = Rows.shown(caller, row);
    // a known address: the answer is the person who is there already
    return (row.id().equals(id) ? Answer.created(shown) : Answer.ok(shown)).etag(row.rev());
  }

  private Answer get(Caller caller, Request request) {
    return answer(caller, request.id("id"));
  }

  private Answer patch(Caller caller, Request request) {
    UUID id = request.id("id");
    RequestBody body = RequestBody.of(caller, request);
    rows.change(
        caller,
        request,
        new RowKey(Entity.PROSPECT, id),
        (_, row) ->
            List.of(RowPatch.of(row, body.forPatch(Entity.PROSPECT, Rows.shown(caller, row)))));
    return answer(caller, id);
  }

  private Answer delete(Caller caller, Request request) {
    rows.delete(caller, request, new RowKey(Entity.PROSPECT, request.id("id")));
    return Answer.noContent();
  }

  /// Also of somebody who was deleted: their row lies in the trash for a while.
  private Answer erase(Caller caller, Request request) {
    UUID id = request.id("id");
    rows.write(caller, tx -> List.of(new ProspectCommand.Erase(id)));
    return Answer.noContent();
  }

  private Answer answer(Caller caller, UUID id) {
    Doc row = rows.get(caller, Entity.PROSPECT, id);
    return Answer.ok(Rows.shown(caller, row)).etag(row.rev());
  }
}
