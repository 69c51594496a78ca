package com.salescopilot.server.template;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// `/templates`. `isFavorite` is the caller's own mark, a row beside the template.
public final class TemplateRoutes implements Routes {
  private final Rows rows;
  private final RowTables tables;
  private final TemplateViews views;

  public TemplateRoutes(Database database, Rows rows, RowTables tables) {
    this.rows = rows;
    this.tables = tables;
    this.views = new TemplateViews(database);
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/templates", MEMBER, this::list)
        .post("/templates", MEMBER, this::create)
        .get("/templates/{id}", MEMBER, this::get)
        .patch("/templates/{id}", MEMBER, this::patch)
        .delete("/templates/{id}", MEMBER, this::delete);
  }

  private Answer list(Caller caller, Request request) {
    return Answer.ok(views.page(caller, request.page()));
  }

  private Answer get(Caller caller, Request request) {
    return answer(caller, request.id("id"));
  }

  private Answer create(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    Optional<Boolean> favourite = body.takeFlag("isFavorite");
    SortedMap<String, Value> fields = body.forNew(Entity.TEMPLATE, fresh(caller));
    UUID id =
        rows.create(
            caller,
            request,
            made -> {
              List<Change> changes = new ArrayList<>();
              changes.add(new Change.Create(new RowKey(Entity.TEMPLATE, made), fields));
              favourite.filter(on -> on).ifPresent(_ -> changes.add(mark(caller, made)));
              return changes;
            });
    ObjectNode shown = views.one(caller, id);
    return Answer.created(shown).etag(shown.path("rev").asLong());
  }

  private Answer patch(Caller caller, Request request) {
    UUID id = request.id("id");
    RequestBody body = RequestBody.of(caller, request);
    Optional<Boolean> favourite = body.takeFlag("isFavorite");
    TemplateViews.COUNTED.forEach(body::take); // came with what was read, and are never bound
    rows.change(
        caller,
        request,
        new RowKey(Entity.TEMPLATE, id),
        (tx, row) -> {
          List<Change> changes = new ArrayList<>();
          ObjectNode values = body.forPatch(Entity.TEMPLATE, Rows.shown(caller, row));
          if (!values.isEmpty()) {
            changes.add(RowPatch.of(row, values));
          }
          favourite.flatMap(on -> marked(tx, caller, row, on)).ifPresent(changes::add);
          return changes;
        });
    return answer(caller, id);
  }

  private Answer delete(Caller caller, Request request) {
    rows.delete(caller, request, new RowKey(Entity.TEMPLATE, request.id("id")));
    return Answer.noContent();
  }

  private Answer answer(Caller caller, UUID id) {
    ObjectNode shown = views.one(caller, id);
    return Answer.ok(shown).etag(shown.path("rev").asLong());
  }

  /// The change that makes the caller's mark so; empty if it is.
  private Optional<Change> marked(Tx tx, Caller caller, Doc template, Boolean on) {
    UUID mark = DerivedId.favourite(caller.user(), template.id());
    Optional<Doc> row = tables.find(tx, caller.scope(), Entity.TEMPLATE_FAVORITE, mark);
    if (on) {
      return row.isPresent() ? Optional.empty() : Optional.of(mark(caller, template.id()));
    }
    return row.map(old -> new Change.Delete(old.key(), OptionalLong.of(old.rev())));
  }

  private static Change mark(Caller caller, UUID template) {
    return new Change.Create(
        new RowKey(Entity.TEMPLATE_FAVORITE, DerivedId.favourite(caller.user(), template)),
        new TreeMap<>(Map.of("templateId", Value.text(template.toString()))));
  }

  /// What the server gives a new template.
  private static ObjectNode fresh(Caller caller) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("userId", caller.user().toString())
        .put("revision", 1)
        .put("usedCount", 0);
  }
}
