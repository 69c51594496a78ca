package com.salescopilot.server;

/// The server's command line.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.err.println(
        "usage: java -jar sync-server.jar [command]; this version has no command yet");
    System.exit(2);
  }
}
