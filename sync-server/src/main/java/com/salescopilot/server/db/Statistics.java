package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What the planner knows about the tables.
///
/// PostgreSQL counts a table again within a minute or so. Until then it plans as if the table were
/// small, keeps that plan, and reads a workspace from end to end for every row that is looked up:
/// the first import into a new database took eight times as long as the second.
public final class Statistics {
  private final Statements statements = Statements.load(Statistics.class);
  private final Database database;
  private final DatabaseLogin login;

  public Statistics(Database database, DatabaseLogin login) {
    this.database = database;
    this.login = login;
  }

  /// Has the tables counted that have doubled since they were counted last.
  ///
  /// @return how many those were
  public int refresh() {
    List<String> grown =
        database.asWorker(
            tx -> tx.list(statements.get("grown"), Args.none(), row -> row.text("command")));
    if (!grown.isEmpty()) {
      count(grown);
    }
    return grown.size();
  }

  private void count(List<String> commands) {
    try (Connection owner = DriverSettings.connect(login);
        var statement = owner.createStatement()) {
      statement.execute(statements.get("owner").text());
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw SqlErrors.of(e, "analyze");
    }
  }
}
