package com.salescopilot.desktop;

import com.salescopilot.desktop.boot.DesktopApp;
import com.salescopilot.desktop.headless.Headless;
import com.salescopilot.desktop.platform.AppDirs;
import com.salescopilot.desktop.shell.DeepLink;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.StoreException;
import com.salescopilot.model.id.UuidV7;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desktop app's command line.
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  /// Runs the app and ends the process: with 0 in order, 1 if it cannot work, 2 for arguments that
  /// it does not know.
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.getenv()));
  }

  private static int run(List<String> args, Map<String, String> environment) {
    if (args.isEmpty()) {
      return window(environment, "");
    }
    if (args.size() == 1 && args.getFirst().startsWith(DeepLink.SCHEME)) {
      return window(environment, args.getFirst());
    }
    if (args.equals(List.of("--headless"))) {
      return headless(environment);
    }
    if (args.equals(List.of("--version"))) {
      System.out.println("Sales Copilot " + version());
      return 0;
    }
    System.err.println(
        "usage: java -jar desktop-app.jar [--headless | --version | salescopilot:…]");
    return USAGE;
  }

  private static int window(Map<String, String> environment, String link) {
    try {
      new DesktopApp(directory(environment), environment, link).run();
      return 0;
    } catch (StoreException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Path directory(Map<String, String> environment) {
    return AppDirs.profile(
        environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  private static int headless(Map<String, String> environment) {
    PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // whatever a library prints must not stand among the answers
    System.setOut(System.err);
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(Clock.systemUTC(), random);
    try (Profile profile = Profile.open(directory(environment), Clock.systemUTC(), ids::next);
        Headless headless =
            new Headless(
                profile,
                Clock.systemUTC(),
                ids::next,
                random,
                Optional.ofNullable(environment.get("SC_SERVER_URL")));
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      headless.run(commands, answers);
      return 0;
    } catch (StoreException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println("The commands could not be read to the end: " + e.getMessage());
      return 1;
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(built from source)" : version;
  }
}
