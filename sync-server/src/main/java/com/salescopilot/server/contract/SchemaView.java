package com.salescopilot.server.contract;

import static com.salescopilot.server.contract.Markup.escaped;
import static com.salescopilot.server.contract.Markup.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Schemas as a reader wants them: what a value is in a few words, and the members of an object in
/// a table.
final class SchemaView {
  private static final String SCHEMAS = "#/components/schemas/";

  private SchemaView() {}

  /// What a value is, in a few words.
  static String words(JsonNode schema) {
    List<String> parts = new ArrayList<>();
    if (schema.path("$ref").isTextual()) {
      parts.add(link(schema.path("$ref").textValue()));
    }
    for (String kind : List.of("allOf", "oneOf", "anyOf")) {
      List<String> several = new ArrayList<>();
      schema.path(kind).forEach(one -> several.add(one.has("title") ? title(one) : words(one)));
      if (!several.isEmpty()) {
        parts.add(String.join(kind.equals("allOf") ? " and " : " or ", several));
      }
    }
    if (schema.has("const")) {
      parts.add("<code>" + escaped(schema.path("const").asText()) + "</code>");
    }
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema
          .path("enum")
          .forEach(
              v -> values.add(v.isNull() ? "null" : "<code>" + escaped(v.asText()) + "</code>"));
      parts.add(String.join(" · ", values));
    } else if (schema.has("type")) {
      parts.add(type(schema));
    }
    parts.addAll(bounds(schema));
    return parts.isEmpty() ? "anything" : String.join(", ", parts);
  }

  private static String title(JsonNode schema) {
    return "<em>" + escaped(schema.path("title").asText()) + "</em>";
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> names = new ArrayList<>();
    (type.isTextual() ? List.of(type) : type).forEach(name -> names.add(name.asText()));
    String words = String.join(" or ", names);
    if (schema.path("items").isObject()) {
      words = words.replace("array", "list of " + words(schema.path("items")));
    }
    return schema.has("format")
        ? words + " (" + escaped(schema.path("format").asText()) + ")"
        : words;
  }

  private static List<String> bounds(JsonNode schema) {
    List<String> bounds = new ArrayList<>();
    range(schema, "minimum", "maximum", "", bounds);
    range(schema, "minLength", "maxLength", " characters", bounds);
    range(schema, "minItems", "maxItems", " items", bounds);
    range(schema, "minProperties", "maxProperties", " members", bounds);
    if (schema.has("pattern")) {
      bounds.add("like <code>" + escaped(schema.path("pattern").asText()) + "</code>");
    }
    if (schema.has("default")) {
      bounds.add(escaped(schema.path("default").asText()) + " unless told");
    }
    return bounds;
  }

  private static void range(
      JsonNode schema, String least, String most, String unit, List<String> bounds) {
    String from = schema.path(least).asText();
    String to = schema.path(most).asText();
    if (!from.isEmpty() && !to.isEmpty()) {
      bounds.add(from + " to " + to + unit);
    } else if (!from.isEmpty()) {
      bounds.add("at least " + from + unit);
    } else if (!to.isEmpty()) {
      bounds.add("at most " + to + unit);
    }
  }

  private static String link(String reference) {
    String name = escaped(reference.substring(SCHEMAS.length()));
    return "<a href=\"#schema-" + name + "\">" + name + "</a>";
  }

  /// The members of an object, those of objects inside it too; nothing for other values.
  static String members(JsonNode schema) {
    StringBuilder rows = new StringBuilder();
    rows("", schema, rows);
    for (JsonNode one : schema.path("oneOf")) {
      if (one.has("title")) {
        rows.append("<tr><th colspan=\"3\" scope=\"rowgroup\">").append(title(one));
        rows.append(one.has("description") ? " – " + line(one.path("description").asText()) : "");
        rows.append("</th></tr>\n");
        rows("", one, rows);
      }
    }
    return rows.isEmpty()
        ? ""
        : "<table><thead><tr><th scope=\"col\">Member</th><th scope=\"col\">Value</th>"
            + "<th scope=\"col\">Meaning</th></tr></thead><tbody>\n"
            + rows
            + "</tbody></table>\n";
  }

  private static void rows(String at, JsonNode schema, StringBuilder rows) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = at + member.getKey();
      JsonNode value = member.getValue();
      rows.append("<tr><td><code>").append(escaped(name)).append("</code>");
      rows.append(required.contains(member.getKey()) ? " <b title=\"always there\">*</b>" : "");
      rows.append("</td><td>").append(words(value)).append("</td><td>");
      rows.append(value.path("readOnly").asBoolean() ? "Accepted unchanged. " : "");
      rows.append(line(value.path("description").asText())).append("</td></tr>\n");
      rows(name + ".", value, rows);
      rows(name + "[].", value.path("items"), rows);
    }
  }
}
