package com.salescopilot.server.sending;

import java.util.Optional;

/// The operator's mail server, for members who have no mailbox of their own.
///
/// @param user empty: no login
/// @param from the address that mails come from
/// @param connections how many may be open at a time
public record Relay(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    Security security,
    String from,
    int connections) {

  /// What an operator's relay is asked to bear if nobody says otherwise.
  public static final int CONNECTIONS = 10;

  /// How the connection is protected; never less than what is said.
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  /// Without the password.
  @Override
  public String toString() {
    return host + ":" + port + " (" + security + ")";
  }

  /// The part of the address behind the @, which Message-IDs carry too.
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }
}
