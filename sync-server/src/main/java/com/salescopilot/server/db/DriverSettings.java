package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// What every connection asks of the driver, whatever the URL says.
final class DriverSettings {

  /// `stringtype`: texts are typed by their place, so jsonb, uuid[] and enums need no special
  /// binding. `logServerErrorDetail`: PostgreSQL's "Detail" quotes the offending row, which is
  /// somebody's data and must not reach a log.
  static final Map<String, String> ALL =
      Map.of(
          "stringtype", "unspecified",
          "logServerErrorDetail", "false",
          "ApplicationName", "sales-copilot",
          "connectTimeout", "5",
          "socketTimeout", "60",
          "tcpKeepAlive", "true");

  private DriverSettings() {}

  /// A connection of its own, outside the pools and with the rights of the login.
  static Connection connect(DatabaseLogin login) throws SQLException {
    return connect(login, Map.of());
  }

  /// One with the rights of the tables' owner, which may take its time.
  static Connection connectAsOwner(DatabaseLogin login) throws SQLException {
    return connect(login, Map.of("options", "-c role=sc_owner", "socketTimeout", "0"));
  }

  private static Connection connect(DatabaseLogin login, Map<String, String> more)
      throws SQLException {
    var properties = new Properties();
    properties.putAll(ALL);
    properties.putAll(more);
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    return DriverManager.getConnection(login.url(), properties);
  }
}
