package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The three roles that own, use and work the tables, and the one login that may become any of
/// them. PostgreSQL keeps roles outside databases, so they are no migration.
public final class Roles {

  static final String LOGIN = "sales_copilot";

  private final Statements statements = Statements.load(Roles.class);
  private final Connection connection;

  Roles(Connection connection) {
    this.connection = connection;
  }

  /// Sees to it that `login` may become all three roles and that `sc_owner` may make tables, doing
  /// what is missing where the login has the right to.
  ///
  /// @throws DatabaseRefused with the statements for an administrator, where it has not
  public static void ensure(DatabaseLogin login) {
    try (Connection connection = DriverSettings.connect(login)) {
      var roles = new Roles(connection);
      if (roles.missing().isEmpty()) {
        return;
      }
      List<String> wanted = roles.forThisLogin();
      try {
        roles.runAll(wanted);
      } catch (SQLException e) {
        throw new DatabaseRefused(
            "The login "
                + login.user()
                + " may not set up its roles. Ask an administrator to run in this database:\n"
                + String.join("\n", wanted),
            e);
      }
    } catch (SQLException e) {
      throw new DatabaseRefused("The database " + login.url() + " does not answer", e);
    }
  }

  /// Makes the three roles.
  void create() throws SQLException {
    runAll(texts("createRoles"));
  }

  /// Makes the login, or gives it a new password.
  void createLogin(String password) throws SQLException {
    runAll(texts("createLogin", password));
  }

  /// Makes a database, if there is none of the name.
  void createDatabase(String name) throws SQLException {
    runAll(texts("createDatabase", name, name));
  }

  /// The value of a setting of the server.
  String setting(String name) throws SQLException {
    return texts("setting", name).getFirst();
  }

  private List<String> missing() throws SQLException {
    return texts("missing");
  }

  private List<String> forThisLogin() throws SQLException {
    return texts("forThisLogin");
  }

  /// PostgreSQL itself writes the statements, quoting names and passwords: none can be a parameter.
  private List<String> texts(String statement, String... values) throws SQLException {
    try (PreparedStatement prepared =
        connection.prepareStatement(statements.get(statement).text())) {
      for (int i = 0; i < values.length; i++) {
        prepared.setString(i + 1, values[i]);
      }
      try (ResultSet results = prepared.executeQuery()) {
        var texts = new ArrayList<String>();
        while (results.next()) {
          texts.add(results.getString(1));
        }
        return texts;
      }
    }
  }

  private void runAll(List<String> commands) throws SQLException {
    for (String command : commands) {
      try (var statement = connection.createStatement()) {
        statement.execute(command);
      }
    }
  }
}
