package com.salescopilot.server.suppression;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// `/suppressions`: anybody adds an address, admins alone let mails go to it again.
public final class SuppressionRoutes implements Routes {
  private final Database database;
  private final Rows rows;
  private final Statements statements = Statements.load(SuppressionRoutes.class);

  public SuppressionRoutes(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/suppressions", MEMBER, this::list)
        .post("/suppressions", MEMBER, this::create)
        .delete("/suppressions/{id}", MEMBER, this::delete);
  }

  private Answer list(Caller caller, Request request) {
    Page page = request.page();
    Args args =
        Args.of("ws", caller.workspace())
            .and("key", request.query("address").map(RowTables::addressKey));
    return Answer.ok(
        database.snapshot(
            caller.scope(),
            tx ->
                page.of(
                    tx.list(
                        statements.get("page"),
                        args.and("limit", page.limit()).and("offset", page.offset()),
                        row -> Rows.shown(caller, RowTables.doc(Entity.SUPPRESSION, row))),
                    tx.one(statements.get("count"), args, row -> row.whole("n")))));
  }

  /// The row's id follows from the address, so that it is one however often it is added.
  private Answer create(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    SortedMap<String, Value> fields =
        body.forNew(Entity.SUPPRESSION, JsonNodeFactory.instance.objectNode());
    String key =
        RowTables.addressKey(
            fields.get("address") instanceof Value.Text(String text) ? text.strip() : "");
    UUID id = DerivedId.suppression(caller.workspace(), key);
    Optional<Doc> known = known(caller, key);
    UUID made = known.map(Doc::id).orElse(id);
    rows.create(
        caller,
        request,
        _ -> List.of(new Change.Create(new RowKey(Entity.SUPPRESSION, made), fields)));
    Doc row = rows.get(caller, Entity.SUPPRESSION, made);
    Answer answer =
        known.isPresent()
            ? Answer.ok(Rows.shown(caller, row))
            : Answer.created(Rows.shown(caller, row));
    return answer.etag(row.rev());
  }

  private Optional<Doc> known(Caller caller, String key) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx
                .list(
                    statements.get("page"),
                    Args.of("ws", caller.workspace())
                        .and("key", Optional.of(key))
                        .and("limit", 1)
                        .and("offset", 0),
                    row -> RowTables.doc(Entity.SUPPRESSION, row))
                .stream()
                .findFirst());
  }

  private Answer delete(Caller caller, Request request) {
    rows.delete(caller, request, new RowKey(Entity.SUPPRESSION, request.id("id")));
    return Answer.noContent();
  }
}
