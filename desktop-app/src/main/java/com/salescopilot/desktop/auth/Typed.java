package com.salescopilot.desktop.auth;

/// What somebody typed at one screen of the door, so that the others know it too.
final class Typed {
  private String server = "";
  private String email = "";

  String server() {
    return server;
  }

  String email() {
    return email;
  }

  void keep(String nextServer, String nextEmail) {
    server = nextServer;
    email = nextEmail;
  }

  void forget() {
    keep("", "");
  }
}
