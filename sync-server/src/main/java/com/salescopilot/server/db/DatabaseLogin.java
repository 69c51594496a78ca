package com.salescopilot.server.db;

/// How to reach a database: the one credential whose roles do everything.
///
/// @param url `jdbc:postgresql://…`
/// @param user the login role
/// @param password in clear; never printed
public record DatabaseLogin(String url, String user, String password) {
  @Override
  public String toString() {
    return "DatabaseLogin[" + url + ", " + user + ", ***]";
  }
}
