package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.store.RowPage;
import com.salescopilot.desktop.store.Search;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Codec;
import java.util.stream.Stream;

/// The commands that look.
final class Views {
  private final Desk desk;

  Views(Desk desk) {
    this.desk = desk;
  }

  ObjectNode get(Input in) {
    RowKey key = in.key();
    in.end();
    Doc row = desk.store().row(key).orElseThrow(() -> DeskRefused.notFound(key.entity().table()));
    ObjectNode answer = Json.object();
    answer.set("row", RowJson.write(row));
    return answer;
  }

  ObjectNode list(Input in) {
    Entity entity = in.entity();
    Search search = Search.of(in.maybe("search").orElse(""));
    int limit = in.count("limit", Integer.MAX_VALUE);
    int offset = in.count("offset", 0);
    in.end();
    return items(desk.store().page(entity, search, limit, offset));
  }

  ObjectNode conflicts(Input in) {
    in.end();
    return items(desk.store().page(Entity.CONFLICT, all(), Integer.MAX_VALUE, 0));
  }

  private static ObjectNode items(RowPage page) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(row -> items.add(RowJson.write(row)));
    return answer.put("total", page.total());
  }

  ObjectNode outbox(Input in) {
    in.end();
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    for (OutboxEntry entry : desk.store().outbox()) {
      items
          .addObject()
          .put("id", entry.mutation().id().toString())
          .put("op", Codec.op(entry.mutation().change()))
          .put("entity", entry.mutation().change().target().entity().table())
          .put("entityId", entry.mutation().change().target().id().toString())
          .put("editedAt", entry.stamp().editedAt().toString())
          .put("sealed", entry.sealed());
    }
    return answer;
  }

  /// Every synced row, by entity and id. Nothing that tells one device from another.
  ObjectNode dump(Input in) {
    in.end();
    ObjectNode answer = Json.object();
    ArrayNode lines = answer.putArray("dump");
    Stream.of(Entity.values())
        .flatMap(entity -> desk.store().page(entity, all(), Integer.MAX_VALUE, 0).items().stream())
        .map(RowJson::line)
        .sorted()
        .forEach(lines::add);
    return answer;
  }

  private static Search all() {
    return Search.of("");
  }
}
