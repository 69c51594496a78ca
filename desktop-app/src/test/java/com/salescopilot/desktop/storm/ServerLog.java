package com.salescopilot.desktop.storm;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// The mutations that a server has taken, whatever became of them.
final class ServerLog {
  private final TestDatabase db;

  ServerLog(TestDatabase db) {
    this.db = db;
  }

  /// The ids in a workspace's log. The table's key lets none be there twice.
  Set<String> of(String workspace) {
    DatabaseLogin login = db.superuser();
    String text = Statements.load(ServerLog.class).get("logged").text();
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.prepareStatement(text)) {
      statement.setString(1, workspace);
      Set<String> ids = new HashSet<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
