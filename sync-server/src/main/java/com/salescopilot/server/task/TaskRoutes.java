package com.salescopilot.server.task;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.task.TaskKind;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/// `/tasks`: the caller's own.
public final class TaskRoutes implements Routes {
  private final Statements statements = Statements.load(TaskRoutes.class);
  private final Database database;
  private final Rows rows;

  public TaskRoutes(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/tasks", MEMBER, this::list)
        .post("/tasks", MEMBER, this::create)
        .get("/tasks/{id}", MEMBER, this::get)
        .patch("/tasks/{id}", MEMBER, this::patch)
        .delete("/tasks/{id}", MEMBER, this::delete);
  }

  private Answer list(Caller caller, Request request) {
    Page page = request.page();
    String which =
        switch (request.query("done").orElse("")) {
          case "" -> "All";
          case "true" -> "Done";
          case "false" -> "Open";
          default ->
              throw new AppError.Malformed(
                  List.of(new FieldError("?done", "must be true or false.")));
        };
    Args args = Args.of("ws", caller.workspace()).and("owner", caller.user());
    return Answer.ok(
        database.snapshot(
            caller.scope(),
            tx ->
                page.of(
                    tx.list(
                        statements.get("list" + which),
                        args.and("limit", page.limit()).and("offset", page.offset()),
                        row -> Rows.shown(caller, RowTables.doc(Entity.TASK, row))),
                    tx.one(statements.get("count" + which), args, row -> row.whole("n")))));
  }

  private Answer create(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    if (body.peek("kind").isEmpty()) {
      body.put("kind", TaskKind.MANUAL.name());
    }
    SortedMap<String, Value> fields =
        body.forNew(Entity.TASK, JsonNodeFactory.instance.objectNode());
    UUID id =
        rows.create(
            caller,
            request,
            made -> List.of(new Change.Create(new RowKey(Entity.TASK, made), fields)));
    Doc row = rows.get(caller, Entity.TASK, id);
    return Answer.created(Rows.shown(caller, row)).etag(row.rev());
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
        new RowKey(Entity.TASK, id),
        (_, row) -> List.of(RowPatch.of(row, body.forPatch(Entity.TASK, Rows.shown(caller, row)))));
    return answer(caller, id);
  }

  private Answer delete(Caller caller, Request request) {
    rows.delete(caller, request, new RowKey(Entity.TASK, request.id("id")));
    return Answer.noContent();
  }

  private Answer answer(Caller caller, UUID id) {
    Doc row = rows.get(caller, Entity.TASK, id);
    return Answer.ok(Rows.shown(caller, row)).etag(row.rev());
  }
}
