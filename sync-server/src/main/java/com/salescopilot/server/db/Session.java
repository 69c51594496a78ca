package com.salescopilot.server.db;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbColumn;
import io.helidon.dbclient.DbRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The transaction behind [Tx]: DbClient for statements, plain JDBC for long results, both on the
/// one connection that [Database] has bound.
final class Session implements Tx {

  private static final int PAGE = 2_000;

  private final DbClient client;
  private final Connection connection;
  private final Steps steps;
  private final List<Sql> waiting = new ArrayList<>();
  private final List<@Nullable Object> waitingValues = new ArrayList<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private boolean open = true;

  Session(DbClient client, Connection connection, Steps steps) {
    this.client = client;
    this.connection = connection;
    this.steps = steps;
  }

  void end() {
    open = false;
  }

  /// Several commands in one round trip, whatever they return: roles, settings, isolation.
  void run(Sql sql, Args args) {
    catchUp();
    run(sql.name(), sql.text(), args.placed(sql));
  }

  private void run(String name, String text, List<@Nullable Object> values) {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      place(values, statement);
      statement.execute();
    } catch (SQLException e) {
      throw SqlErrors.of(e, name);
    }
  }

  @Override
  public void later(Sql sql, Args args) {
    checkOpen();
    waitingValues.addAll(args.placed(sql));
    waiting.add(sql);
  }

  @Override
  public void atEnd(Runnable action) {
    checkOpen();
    atEnd.add(action);
  }

  /// The transaction was committed or rolled back.
  void ended() {
    atEnd.reversed().forEach(Runnable::run);
  }

  /// Does what was left for later.
  void catchUp() {
    if (!waiting.isEmpty()) {
      List<@Nullable Object> values = new ArrayList<>(waitingValues);
      String names = waiting.stream().map(Sql::name).collect(Collectors.joining(", "));
      String text = waiting.stream().map(Sql::text).collect(Collectors.joining(";\n"));
      waiting.clear();
      waitingValues.clear();
      run(names, text, values);
    }
  }

  @Override
  public <T> List<T> list(Sql sql, Args args, Mapper<T> mapper) {
    var values = args.placed(checked(sql));
    try (Stream<DbRow> rows = client.execute().createQuery(sql.text()).params(values).execute()) {
      return rows.map(row -> mapper.map(new Row(column -> value(row, column)))).toList();
    } catch (DbClientException e) {
      throw failure(e, sql);
    }
  }

  @Override
  public <T> Optional<T> maybe(Sql sql, Args args, Mapper<T> mapper) {
    List<T> found = list(sql, args, mapper);
    if (found.size() > 1) {
      throw new IllegalStateException(sql.name() + " found " + found.size() + " rows, not one");
    }
    return found.stream().findFirst();
  }

  @Override
  public <T> T one(Sql sql, Args args, Mapper<T> mapper) {
    return maybe(sql, args, mapper)
        .orElseThrow(() -> new IllegalStateException(sql.name() + " found no row"));
  }

  @Override
  public int exec(Sql sql, Args args) {
    var values = args.placed(checked(sql));
    try {
      long changed = client.execute().createDmlStatement(sql.text()).params(values).execute();
      return Math.toIntExact(changed);
    } catch (DbClientException e) {
      throw failure(e, sql);
    }
  }

  @Override
  public int scan(Sql sql, Args args, Consumer<Row> each) {
    var values = args.placed(checked(sql));
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setFetchSize(PAGE);
      place(values, statement);
      try (ResultSet results = statement.executeQuery()) {
        int rows = 0;
        var row = new Row(column -> value(results, column));
        while (results.next()) {
          each.accept(row);
          rows++;
        }
        return rows;
      }
    } catch (SQLException e) {
      throw SqlErrors.of(e, sql.name());
    }
  }

  @Override
  public Connection jdbc() {
    checkOpen();
    catchUp();
    return connection;
  }

  @Override
  public <T> T jdbc(JdbcWork<T> work) {
    try {
      return work.run(jdbc());
    } catch (SQLException e) {
      throw SqlErrors.of(e, "jdbc");
    }
  }

  @Override
  public <T> T within(Scope scope, Body<T> body) {
    checkOpen();
    return steps.within(this, scope, body);
  }

  private static void place(List<@Nullable Object> values, PreparedStatement statement)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private Sql checked(Sql sql) {
    checkOpen();
    catchUp();
    return sql;
  }

  private void checkOpen() {
    if (!open) {
      throw new IllegalStateException("this transaction is over");
    }
  }

  private static @Nullable Object value(DbRow row, String column) {
    DbColumn found;
    try {
      found = row.column(column);
    } catch (DbClientException e) {
      throw new IllegalStateException("the result has no column " + column, e);
    }
    return found.get(Object.class); // null for null, which asOptional() and get() do not survive
  }

  private static @Nullable Object value(ResultSet results, String column) {
    try {
      return results.getObject(column);
    } catch (SQLException e) {
      throw new IllegalStateException("the result has no readable column " + column, e);
    }
  }

  /// What is no failure of the database (a mapper's exception, say) goes on as it is.
  private static RuntimeException failure(DbClientException e, Sql sql) {
    return SqlErrors.find(e, sql.name()).<RuntimeException>map(found -> found).orElse(e);
  }
}
