package com.salescopilot.server.http;

/// A port that another program already listens on.
@SuppressWarnings("serial") // never serialised
public final class PortTaken extends RuntimeException {
  PortTaken(String setting, String host, int port) {
    super(
        "Port "
            + port
            + " on "
            + host
            + " is taken or not allowed; set "
            + setting
            + " to another one, or to 0 for any free port.");
  }
}
