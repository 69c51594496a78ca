package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks whether what stands in a database fits together, also while servers work on it: all of one
/// moment, and nothing is changed.
public final class Soundness {
  private static final List<String> LOOKS =
      List.of("references", "notInForce", "queueless", "leftInQueue", "numbers");

  private Soundness() {}

  /// Passes if everything fits.
  ///
  /// @throws DatabaseRefused with everything that does not
  public static void check(DatabaseLogin login) {
    List<String> problems = problems(login);
    if (!problems.isEmpty()) {
      throw new DatabaseRefused("The database is not sound:\n" + String.join("\n", problems));
    }
  }

  /// What does not fit, a sentence each.
  ///
  /// @throws DatabaseRefused if the database does not answer
  public static List<String> problems(DatabaseLogin login) {
    Statements statements = Statements.load(Soundness.class);
    List<String> problems = new ArrayList<>(Catalogue.problems(login));
    try (Connection connection = DriverSettings.connectAsOwner(login)) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(statements.get("oneMoment").text());
        for (String look : LOOKS) {
          try (ResultSet found = statement.executeQuery(statements.get(look).text())) {
            while (found.next()) {
              problems.add(found.getString(1));
            }
          }
        }
      }
      connection.rollback();
      return problems;
    } catch (SQLException e) {
      throw new DatabaseRefused("The database " + login.url() + " does not answer", e);
    }
  }
}
