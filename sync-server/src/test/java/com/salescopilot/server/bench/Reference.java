package com.salescopilot.server.bench;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/// The same PostgreSQL without the server: what its figures are compared with.
final class Reference implements AutoCloseable {
  private final Statements statements = Statements.load(Reference.class);
  private final Connection connection;

  Reference(DatabaseLogin login) throws SQLException {
    connection = DriverManager.getConnection(login.url(), login.user(), login.password());
    run("role");
    run("make");
  }

  /// Bare `insert` and `commit` per second, one after the other on one connection.
  double commitsASecond(int seconds) throws SQLException {
    connection.setAutoCommit(false);
    Sql one = statements.get("one");
    try (PreparedStatement insert = connection.prepareStatement(one.text())) {
      long start = System.nanoTime();
      long end = start + TimeUnit.SECONDS.toNanos(seconds);
      long commits = 0;
      while (System.nanoTime() < end) {
        insert.setString(1, "word");
        insert.executeUpdate();
        connection.commit();
        commits++;
      }
      return commits * 1e9 / (System.nanoTime() - start);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// Bare rows per second, so many in a statement and a commit.
  double rowsASecond(int seconds, int rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(statements.get("many").text())) {
      long start = System.nanoTime();
      long end = start + TimeUnit.SECONDS.toNanos(seconds);
      long all = 0;
      while (System.nanoTime() < end) {
        insert.setInt(1, rows);
        all += insert.executeUpdate();
      }
      return all * 1e9 / (System.nanoTime() - start);
    }
  }

  /// A count that the server does not give.
  long count(String statement) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(statements.get(statement).text());
        ResultSet found = query.executeQuery()) {
      return found.next() ? found.getLong("n") : 0;
    }
  }

  private void run(String statement) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(statements.get(statement).text())) {
      change.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
