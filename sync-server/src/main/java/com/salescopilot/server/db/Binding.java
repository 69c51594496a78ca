package com.salescopilot.server.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One value as the driver takes it. DbClient 4.1.7 cannot bind an `Instant`, an array or a JSON
/// node; texts go untyped (`stringtype=unspecified`), so PostgreSQL reads them as the column's
/// type.
final class Binding {

  private Binding() {}

  static @Nullable Object of(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.isPresent() ? of(maybe.get()) : null;
      case WorkspaceId id -> id.value();
      case UserId id -> id.value();
      case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case JsonNode json -> json.toString();
      case Collection<?> items -> array(items);
      case UUID id -> id;
      case String text -> text;
      case Integer number -> number;
      case Long number -> number;
      case Double number -> number;
      case BigDecimal number -> number;
      case Boolean flag -> flag;
      case LocalDate date -> date;
      case byte[] bytes -> bytes;
      default -> throw new IllegalArgumentException("cannot bind a " + value.getClass().getName());
    };
  }

  /// PostgreSQL's array literal; every element quoted, so no content can end it.
  private static String array(Collection<?> items) {
    var out = new StringBuilder("{");
    for (Object item : items) {
      if (out.length() > 1) {
        out.append(',');
      }
      Object bound = of(item);
      if (bound == null) {
        out.append("NULL");
      } else if (bound instanceof byte[] || item instanceof Collection<?>) {
        throw new IllegalArgumentException("cannot bind an array of arrays");
      } else {
        quote(bound.toString(), out);
      }
    }
    return out.append('}').toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
