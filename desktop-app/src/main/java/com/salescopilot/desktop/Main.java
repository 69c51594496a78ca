package com.salescopilot.desktop;

/// The desktop app's command line.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.err.println(
        "usage: java -jar desktop-app.jar [--headless]; this version has neither yet");
    System.exit(2);
  }
}
