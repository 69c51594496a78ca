package com.salescopilot.desktop.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;

/// A prepared statement that is being filled by name. Ids are blobs of 16 bytes.
final class Bound {
  private final PreparedStatement statement;
  private final Sql sql;

  Bound(PreparedStatement statement, Sql sql) {
    this.statement = statement;
    this.sql = sql;
  }

  /// Reads one row of a result.
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  Bound with(String name, String text) {
    return set(name, place -> statement.setString(place, text));
  }

  Bound with(String name, Optional<String> text) {
    return text.isPresent()
        ? with(name, text.get())
        : set(name, place -> statement.setNull(place, Types.VARCHAR));
  }

  Bound with(String name, long number) {
    return set(name, place -> statement.setLong(place, number));
  }

  Bound with(String name, OptionalLong number) {
    return number.isPresent()
        ? with(name, number.getAsLong())
        : set(name, place -> statement.setNull(place, Types.BIGINT));
  }

  Bound with(String name, UUID id) {
    return set(name, place -> statement.setBytes(place, bytes(id)));
  }

  /// Runs a statement that answers nothing.
  void run() {
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /// All rows of the answer.
  <T> List<T> list(Mapper<T> mapper) {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(mapper.map(rows));
      }
      return all;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /// The numbers in the first column of the answer.
  long[] wholes() {
    LongStream.Builder all = LongStream.builder();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(rows.getLong(1));
      }
      return all.build().toArray();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /// The first row of the answer, if it has one.
  <T> Optional<T> maybe(Mapper<T> mapper) {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /// The number that is the whole answer.
  long whole() {
    return maybe(row -> row.getLong(1)).orElse(0L);
  }

  /// Whether there is an answer.
  boolean any() {
    return maybe(row -> true).orElse(false);
  }

  /// An id in a column.
  static UUID id(ResultSet row, int column) throws SQLException {
    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private interface Setter {
    void at(int place) throws SQLException;
  }

  private Bound set(String name, Setter setter) {
    Integer place = sql.places().get(name);
    if (place == null) {
      throw new IllegalStateException("no parameter :" + name + " in " + sql.text());
    }
    try {
      setter.at(place);
      return this;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
