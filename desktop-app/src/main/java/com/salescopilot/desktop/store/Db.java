package com.salescopilot.desktop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;

/// One connection with its prepared statements; for one thread.
final class Db implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Db.class.getName());

  private final Connection connection;
  private final IdentityHashMap<Sql, PreparedStatement> prepared = new IdentityHashMap<>();

  Db(Connection connection) {
    this.connection = connection;
  }

  /// A statement to fill and run.
  Bound on(Sql sql) {
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql.text());
        prepared.put(sql, statement);
      }
      return new Bound(statement, sql);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /// Takes everything back since the last commit. SQLite has done so itself after some errors, and
  /// a rollback that fails for that reason is as good as one that succeeds.
  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing was left to roll back", e);
    }
  }

  /// Runs what no transaction may be open for, nor any statement.
  void outsideTransactions(Sql sql) {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql.text());
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
