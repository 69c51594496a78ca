package com.salescopilot.desktop.demo;

import com.salescopilot.desktop.boot.DesktopApp;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.demo.ScratchDirectory;
import java.nio.file.Path;
import java.util.Map;

/// Starts the server's demo and opens the app signed in; on a machine without a display, the tour.
public final class Demo {
  private static final Path PICTURES = Path.of("target", "tour");

  /// What JavaFX needs to know before its first class is loaded, to draw where nobody looks.
  private static final Map<String, String> UNSEEN =
      Map.of(
          "java.awt.headless", "true",
          "glass.platform", "Monocle",
          "monocle.platform", "Headless",
          "prism.order", "sw",
          "headless.geometry", "1600x1200-32",
          "testfx.headless", "true",
          "testfx.robot", "glass");

  private Demo() {}

  public static void main(String[] args) throws Exception {
    boolean seen = hasDisplay(System.getenv());
    if (!seen) {
      UNSEEN.forEach(System::setProperty);
    }
    try (ScratchDirectory scratch = ScratchDirectory.make();
        ServerProcess server = ServerProcess.start(scratch.path(), Map.of(), "demo").awaitReady()) {
      Path profile = scratch.path().resolve("profile");
      if (seen) {
        new DesktopApp(profile, System.getenv(), "").run(desk -> signIn(desk, server));
      } else {
        new Tour(server, profile, PICTURES, System.out).run();
      }
    }
    System.exit(0); // the toolkit of a tour would wait for another window
  }

  private static boolean hasDisplay(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    return !linux
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  private static void signIn(Desk desk, ServerProcess server) {
    desk.signedIn(
        Session.logIn(
            ServerAddress.parse(server.at("api").toString()),
            server.value("SIGN-IN", "email"),
            server.value("SIGN-IN", "password"),
            desk.clock()));
  }
}
