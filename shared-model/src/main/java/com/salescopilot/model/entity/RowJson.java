package com.salescopilot.model.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rows as people and scripts see them in JSON, over REST and on the command line: the names of the
/// fields, with a letter's body as the two members `bodyHtml` and `bodyText`.
public final class RowJson {
  private static final Map<String, String> HALVES = Map.of("bodyHtml", "html", "bodyText", "text");

  private RowJson() {}

  /// The row with its id, its rev once a server has seen it, and every field that clients see, null
  /// where it has no value.
  public static ObjectNode write(Doc row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id().toString());
    if (row.rev() > 0) {
      json.put("rev", row.rev());
    }
    for (FieldSpec field : EntitySpec.of(row.entity()).synced()) {
      if (field.kind() == FieldSpec.Kind.BODY) {
        json.put("bodyHtml", row.body("html").orElse(null));
        json.put("bodyText", row.body("text").orElse(null));
      } else {
        JsonNode none = JsonNodeFactory.instance.nullNode();
        json.set(field.name(), row.get(field.name()).map(ValueJson::write).orElse(none));
      }
    }
    return json;
  }

  /// The row's line in a dump: RFC 8785, so equal rows have equal lines on every machine. Entity
  /// and id come first in that form, so sorted lines are sorted by them.
  public static String line(Doc row) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("entity", Value.text(row.entity().table()));
    members.put("id", Value.text(row.id().toString()));
    members.put("rev", Value.whole(row.rev()));
    members.put("row", new Value.Fields(row.synced().fields()));
    return CanonicalJson.of(new Value.Fields(members));
  }

  /// The fields that a JSON object gives a value. Names that no field has are kept, so that the
  /// rules refuse them by name.
  ///
  /// @throws IllegalArgumentException with a sentence, if a value has no form here: null inside a
  ///   list, or a number beyond 2^53
  public static SortedMap<String, Value> fields(Entity entity, ObjectNode json) {
    SortedMap<String, Value> fields = new TreeMap<>();
    SortedMap<String, Value> halves = new TreeMap<>();
    for (Map.Entry<String, Value> member : ValueJson.members(json).entrySet()) {
      half(entity, member.getKey())
          .ifPresentOrElse(
              half -> halves.put(half, member.getValue()),
              () -> fields.put(member.getKey(), member.getValue()));
    }
    if (!halves.isEmpty()) {
      fields.put("body", new Value.Fields(halves));
    }
    return fields;
  }

  /// The fields that a JSON object leaves without value by saying null. A body is cleared only if
  /// neither of its halves is given.
  public static Set<String> cleared(Entity entity, ObjectNode json) {
    Set<String> cleared = new TreeSet<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getValue().isNull()) {
        cleared.add(half(entity, member.getKey()).map(half -> "body").orElse(member.getKey()));
      }
    }
    cleared.removeAll(fields(entity, json).keySet());
    return cleared;
  }

  private static Optional<String> half(Entity entity, String name) {
    return EntitySpec.of(entity).field("body").isPresent()
        ? Optional.ofNullable(HALVES.get(name))
        : Optional.empty();
  }
}
