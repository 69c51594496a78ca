package com.salescopilot.server.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// All tables of a database, copied out or filled as their owner, in one transaction. Any other
/// role would leave out, without a word, what row-level security hides from it.
public final class TableCopies implements AutoCloseable {
  private final Statements statements = Statements.load(TableCopies.class);
  private final Connection connection;

  private TableCopies(Connection connection) {
    this.connection = connection;
  }

  /// Everything as it was at one moment, whatever is written meanwhile.
  public static TableCopies reading(DatabaseLogin login) {
    return begin(login, Connection.TRANSACTION_REPEATABLE_READ);
  }

  /// To put other rows in place. Nothing is changed before [#commit].
  public static TableCopies filling(DatabaseLogin login) {
    return begin(login, Connection.TRANSACTION_READ_COMMITTED);
  }

  private static TableCopies begin(DatabaseLogin login, int isolation) {
    try {
      Connection connection = DriverSettings.connectAsOwner(login);
      try {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        connection.setReadOnly(isolation == Connection.TRANSACTION_REPEATABLE_READ);
        return new TableCopies(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseRefused("The database " + login.url() + " does not answer", e);
    }
  }

  /// Which migration was the last; empty if there was none.
  public Optional<String> schema() {
    return texts("migrated").getFirst().equals("t")
        ? texts("schema").stream().findFirst()
        : Optional.empty();
  }

  /// Whether anybody has an account or a workspace here.
  public boolean occupied() {
    return schema().isPresent() && texts("occupied").getFirst().equals("t");
  }

  /// How many connections servers have to this database.
  public int others() {
    return Integer.parseInt(texts("others").getFirst());
  }

  /// All tables; one comes after those that it refers to.
  public List<StoredTable> tables() {
    List<StoredTable> tables = new ArrayList<>();
    run(
        "tables",
        row -> {
          Array columns = row.getArray("columns");
          tables.add(
              new StoredTable(row.getString("name"), List.of((String[]) columns.getArray())));
        });
    return tables;
  }

  /// The last number that each counter gave; 0 if none.
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    run("counters", row -> counters.put(row.getString("name"), row.getLong("last")));
    return counters;
  }

  /// Writes the rows of a table.
  ///
  /// @return how many
  public long copy(StoredTable table, OutputStream to) throws IOException {
    try {
      String command = texts("out", table.name(), table.columns()).getFirst();
      return copies().copyOut(command, to);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Adds rows to a table.
  ///
  /// @return how many
  public long fill(StoredTable table, InputStream from) throws IOException {
    try {
      String command = texts("into", table.name(), table.columns()).getFirst();
      return copies().copyIn(command, from);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Lets a counter go on behind a number.
  public void count(String counter, long last) {
    execute(texts("count", counter, last, last));
  }

  /// Takes all rows out; neither triggers nor row-level security stand in the way of those that
  /// come until [#filled].
  public void empty() {
    execute(texts("truncate"));
    execute(texts("quiet"));
  }

  /// Puts triggers and row-level security back in force.
  public void filled() {
    execute(texts("loud"));
  }

  /// Takes out the tables themselves, and what belongs to them.
  public void clear() {
    execute(texts("clear"));
  }

  /// Changes rows; the statement has no parameters.
  public void change(Sql sql) {
    execute(List.of(sql.text()));
  }

  /// Keeps what was done.
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Lets go of what was not kept.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private CopyManager copies() throws SQLException {
    return new CopyManager(connection.unwrap(BaseConnection.class));
  }

  private List<String> texts(String statement, Object... values) {
    List<String> texts = new ArrayList<>();
    run(statement, row -> texts.add(row.getString(1)), values);
    return texts;
  }

  @FunctionalInterface
  private interface Each {
    void take(ResultSet row) throws SQLException;
  }

  private void run(String statement, Each each, Object... values) {
    try (PreparedStatement prepared =
        connection.prepareStatement(statements.get(statement).text())) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, Binding.of(values[i]));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          each.take(rows);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void execute(List<String> commands) {
    try (var statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static DbFailure failed(SQLException e) {
    return SqlErrors.of(e, "TableCopies");
  }
}
