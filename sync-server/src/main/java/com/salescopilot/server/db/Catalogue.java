package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks PostgreSQL whether the walls between workspaces stand: forced row-level security, policies,
/// keys that carry the workspace, roles without special rights. At every start, because a restored
/// database or a helpful administrator can lose any of them without an error.
public final class Catalogue {

  private Catalogue() {}

  /// Passes if nothing is wrong.
  ///
  /// @throws DatabaseRefused with everything that is
  public static void check(DatabaseLogin login) {
    List<String> problems = problems(login);
    if (!problems.isEmpty()) {
      throw new DatabaseRefused(
          "The database does not keep workspaces apart:\n" + String.join("\n", problems));
    }
  }

  static List<String> problems(DatabaseLogin login) {
    Sql sql = Statements.load(Catalogue.class).get("problems");
    try (Connection connection = DriverSettings.connect(login);
        var statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql.text())) {
      var problems = new ArrayList<String>();
      while (results.next()) {
        problems.add(results.getString(1));
      }
      return problems;
    } catch (SQLException e) {
      throw new DatabaseRefused("The database " + login.url() + " does not answer", e);
    }
  }
}
