package com.salescopilot.server.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.salescopilot.model.value.ValueJson;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/// One row of a result, read by column name. A getter fails with `IllegalStateException` if the
/// column is missing, of another type, or null where no `Maybe` was said.
public final class Row {

  /// Where the values come from: DbClient's row, or a result set of plain JDBC.
  interface Columns {
    @Nullable Object value(String column);
  }

  private static final JsonMapper JSON = JsonMapper.builder(ValueJson.factory().build()).build();

  private final Columns columns;

  Row(Columns columns) {
    this.columns = columns;
  }

  /// Text, also of `jsonb` and other types that the driver hands over as text.
  public String text(String column) {
    return present(column, textMaybe(column));
  }

  /// As [#text], or empty for null.
  public Optional<String> textMaybe(String column) {
    return value(column).map(value -> asText(column, value));
  }

  /// A `uuid`.
  public UUID uuid(String column) {
    return present(column, uuidMaybe(column));
  }

  /// As [#uuid], or empty for null.
  public Optional<UUID> uuidMaybe(String column) {
    return value(column).map(value -> as(UUID.class, column, value));
  }

  /// A `timestamptz`.
  public Instant instant(String column) {
    return present(column, instantMaybe(column));
  }

  /// As [#instant], or empty for null.
  public Optional<Instant> instantMaybe(String column) {
    return value(column).map(value -> as(Timestamp.class, column, value).toInstant());
  }

  /// A `date`.
  public LocalDate date(String column) {
    return present(column, dateMaybe(column));
  }

  /// As [#date], or empty for null.
  public Optional<LocalDate> dateMaybe(String column) {
    return value(column).map(value -> as(Date.class, column, value).toLocalDate());
  }

  /// A whole number: `int` or `bigint`.
  public long whole(String column) {
    return present(column, wholeMaybe(column));
  }

  /// As [#whole], or empty for null.
  public Optional<Long> wholeMaybe(String column) {
    return value(column).map(value -> as(Number.class, column, value).longValue());
  }

  /// A whole number that fits an `int`.
  public int small(String column) {
    return Math.toIntExact(whole(column));
  }

  /// Any number as a double.
  public double real(String column) {
    return present(column, realMaybe(column));
  }

  /// As [#real], or empty for null.
  public Optional<Double> realMaybe(String column) {
    return value(column).map(value -> as(Number.class, column, value).doubleValue());
  }

  /// A `boolean`.
  public boolean flag(String column) {
    return present(column, flagMaybe(column));
  }

  /// As [#flag], or empty for null.
  public Optional<Boolean> flagMaybe(String column) {
    return value(column).map(value -> as(Boolean.class, column, value));
  }

  /// A `bytea`.
  public byte[] bytes(String column) {
    return present(column, bytesMaybe(column));
  }

  /// As [#bytes], or empty for null.
  public Optional<byte[]> bytesMaybe(String column) {
    return value(column).map(value -> as(byte[].class, column, value));
  }

  /// A `jsonb`, parsed; [#text] gives it unparsed.
  public JsonNode json(String column) {
    return present(column, jsonMaybe(column));
  }

  /// As [#json], or empty for SQL's null (JSON's own null is a node).
  public Optional<JsonNode> jsonMaybe(String column) {
    return textMaybe(column).map(text -> parse(column, text));
  }

  /// A `uuid[]`; null is the empty list.
  public List<UUID> uuids(String column) {
    return array(UUID.class, column);
  }

  /// A `text[]`; null is the empty list.
  public List<String> texts(String column) {
    return array(String.class, column);
  }

  private <T> List<T> array(Class<T> type, String column) {
    Optional<Object> value = value(column);
    if (value.isEmpty()) {
      return List.of();
    }
    try {
      var items = (Object[]) as(Array.class, column, value.get()).getArray();
      var list = new ArrayList<T>(items.length);
      for (Object item : items) {
        list.add(as(type, column, item));
      }
      return List.copyOf(list);
    } catch (SQLException e) {
      throw new IllegalStateException("column " + column + " is no readable array", e);
    }
  }

  private static String asText(String column, Object value) {
    if (value instanceof PGobject object) {
      return present(column, Optional.ofNullable(object.getValue()));
    }
    return value instanceof String text ? text : value.toString();
  }

  private static JsonNode parse(String column, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("column " + column + " holds no JSON", e);
    }
  }

  private Optional<Object> value(String column) {
    return Optional.ofNullable(columns.value(column));
  }

  private static <T> T as(Class<T> type, String column, Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "column " + column + " is a " + value.getClass().getName() + ", no " + type.getName());
    }
    return type.cast(value);
  }

  private static <T> T present(String column, Optional<T> value) {
    return value.orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
  }
}
