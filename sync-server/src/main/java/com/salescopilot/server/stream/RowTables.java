package com.salescopilot.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.SearchText;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The tables of synchronised rows: documents in, documents out. A column is its field's name in
/// snake case.
public final class RowTables {
  private static final String ZONE = "+00:00";
  private static final int SECONDS = "2026-09-01T08:00:00".length();
  private static final Value NOTHING = Value.Fields.none();
  private static final Map<String, String> COLUMNS = columns();

  private final Statements statements = Statements.load(RowTables.class);

  /// The rows with these ids that the scope may see.
  public List<Doc> find(Tx tx, Scope scope, Entity entity, Collection<UUID> ids) {
    List<Doc> rows = new ArrayList<>();
    tx.scan(
        sql(entity, "find"),
        args(entity, scope).and("ids", List.copyOf(ids)),
        row -> rows.add(doc(entity, row)));
    return rows;
  }

  /// The row with this id, if the scope may see it.
  public Optional<Doc> find(Tx tx, Scope scope, Entity entity, UUID id) {
    return find(tx, scope, entity, List.of(id)).stream().findFirst();
  }

  /// Rows with a greater rev, by rev and id.
  List<Doc> after(Tx tx, Scope scope, Entity entity, long rev, int most) {
    List<Doc> rows = new ArrayList<>();
    tx.scan(
        sql(entity, "after"),
        args(entity, scope).and("after", rev).and("most", most),
        row -> rows.add(read(entity, row)));
    return rows;
  }

  /// A row column by column: many are read at a time, and each would be JSON on the way otherwise.
  private static Doc read(Entity entity, Row row) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (FieldSpec field : EntitySpec.of(entity).synced()) {
      read(field, row).ifPresent(value -> fields.put(field.name(), value));
    }
    return new Doc(entity, row.uuid("id"), row.whole("rev"), fields);
  }

  private static Optional<Value> read(FieldSpec field, Row row) {
    String column = snake(field.name());
    return switch (field.kind()) {
      case TEXT, ADDRESS, ID -> row.textMaybe(column).map(Value::text);
      case WHOLE -> row.wholeMaybe(column).map(Value::whole);
      case DECIMAL -> row.realMaybe(column).map(Value::number);
      case INSTANT -> row.instantMaybe(column).map(at -> Value.text(at.toString()));
      case MAP, JSON -> row.textMaybe(column).flatMap(RowTables::json);
      case BODY -> body(row.textMaybe("body_html"), row.textMaybe("body_text"));
    };
  }

  private static Optional<Value> json(String text) {
    return text.equals("{}") ? Optional.of(NOTHING) : ValueJson.read(ValueJson.tree(text));
  }

  private static Optional<Value> body(Optional<String> html, Optional<String> text) {
    SortedMap<String, Value> halves = new TreeMap<>();
    html.ifPresent(half -> halves.put("html", Value.text(half)));
    text.ifPresent(half -> halves.put("text", Value.text(half)));
    return halves.isEmpty() ? Optional.empty() : Optional.of(new Value.Fields(halves));
  }

  void save(Tx tx, Scope scope, Entity entity, List<Doc> rows) {
    ArrayNode records = JsonNodeFactory.instance.arrayNode(rows.size());
    rows.forEach(row -> records.add(columns(row)));
    tx.later(sql(entity, "save"), args(entity, scope).and("rows", records));
  }

  void delete(Tx tx, Scope scope, Entity entity, List<UUID> ids) {
    tx.later(sql(entity, "delete"), args(entity, scope).and("ids", ids));
  }

  /// The row of a result with the columns `id`, `rev` and `doc` (the row by column).
  public static Doc doc(Entity entity, Row row) {
    JsonNode columns = row.json("doc");
    SortedMap<String, Value> fields = new TreeMap<>();
    for (FieldSpec field : EntitySpec.of(entity).fields()) {
      read(field, columns).ifPresent(value -> fields.put(field.name(), value));
    }
    return new Doc(entity, row.uuid("id"), row.whole("rev"), fields);
  }

  private static Optional<Value> read(FieldSpec field, JsonNode columns) {
    return switch (field.kind()) {
      case TEXT, ADDRESS, ID, WHOLE, DECIMAL, MAP, JSON ->
          ValueJson.read(columns.path(snake(field.name())));
      case INSTANT ->
          Optional.of(columns.path(snake(field.name())))
              .filter(JsonNode::isTextual)
              .map(at -> instant(at.textValue()))
              .map(Value::text);
      case BODY -> body(columns);
    };
  }

  /// PostgreSQL's text for a time as the text of an instant, which has three, six or nine digits of
  /// a second.
  private static String instant(String text) {
    int end = text.length() - ZONE.length();
    if (end < SECONDS || !text.endsWith(ZONE)) {
      return OffsetDateTime.parse(text).toInstant().toString();
    }
    int missing = end == SECONDS ? 0 : Math.floorMod(SECONDS + 1 - end, 3);
    return text.substring(0, end) + "0".repeat(missing) + "Z";
  }

  private static Optional<Value> body(JsonNode columns) {
    SortedMap<String, Value> halves = new TreeMap<>();
    ValueJson.read(columns.path("body_html")).ifPresent(html -> halves.put("html", html));
    ValueJson.read(columns.path("body_text")).ifPresent(text -> halves.put("text", text));
    return halves.isEmpty() ? Optional.empty() : Optional.of(new Value.Fields(halves));
  }

  private static ObjectNode columns(Doc row) {
    ObjectNode columns = JsonNodeFactory.instance.objectNode();
    columns.put("id", row.id().toString());
    columns.put("rev", row.rev());
    for (FieldSpec field : EntitySpec.of(row.entity()).fields()) {
      if (field.kind() == FieldSpec.Kind.BODY) {
        row.body("html").ifPresent(html -> columns.put("body_html", html));
        row.body("text").ifPresent(text -> columns.put("body_text", text));
      } else {
        row.get(field.name())
            .ifPresent(value -> columns.set(snake(field.name()), ValueJson.write(value)));
      }
    }
    switch (row.entity()) {
      case PROSPECT -> {
        columns.put("email_key", addressKey(row.text("email").orElse("")));
        columns.put("search_text", SearchText.of(row));
      }
      case CAMPAIGN -> absent(columns, "pauses").ifPresent(name -> columns.putArray(name));
      case TEMPLATE -> absent(columns, "content").ifPresent(name -> columns.put(name, ""));
      case SUPPRESSION -> columns.put("address_key", addressKey(row.text("address").orElse("")));
      case PROSPECT_ALIAS,
          CAMPAIGN_STEP,
          COMPANY_DATA,
          CAMPAIGN_PROSPECT,
          EMAIL,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT -> {}
    }
    return columns;
  }

  /// The form in which addresses are compared.
  public static String addressKey(String address) {
    return switch (Address.parse(address)) {
      case Address.Accepted accepted -> accepted.address().key();
      case Address.Refused _ -> address;
    };
  }

  /// The stream's owner in the tables `stream` and `tombstone`.
  static UUID owner(StreamKind stream, Scope scope) {
    return switch (stream) {
      case WS -> scope.workspace().value();
      case ME -> scope.user().value();
    };
  }

  private static Optional<String> absent(ObjectNode columns, String name) {
    return columns.has(name) ? Optional.empty() : Optional.of(name);
  }

  private Sql sql(Entity entity, String what) {
    return statements.get(entity.table() + "." + what);
  }

  private static Args args(Entity entity, Scope scope) {
    Args args = Args.of("ws", scope.workspace());
    UserId owner = scope.user();
    return entity.stream() == StreamKind.ME ? args.and("owner", owner) : args;
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    for (Entity entity : Entity.values()) {
      EntitySpec.of(entity).fields().forEach(f -> columns.put(f.name(), inSnakeCase(f.name())));
    }
    return Map.copyOf(columns);
  }

  private static String snake(String field) {
    return COLUMNS.getOrDefault(field, field);
  }

  private static String inSnakeCase(String field) {
    StringBuilder column = new StringBuilder(field.length() + 4);
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (Character.isUpperCase(c)) {
        column.append('_').append(Character.toLowerCase(c));
      } else {
        column.append(c);
      }
    }
    return column.toString();
  }
}
