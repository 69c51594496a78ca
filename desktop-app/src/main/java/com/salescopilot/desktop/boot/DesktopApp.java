package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.model.id.UuidV7;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The program with its window, from the first to the last moment.
public final class DesktopApp {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Path directory;
  private final Map<String, String> environment;

  /// @param directory the profile of this machine
  public DesktopApp(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /// Shows the window and returns when it was closed.
  ///
  /// @throws com.salescopilot.desktop.store.StoreException if the profile cannot be used
  public void run() throws InterruptedException {
    run(_ -> {});
  }

  /// Shows the window and returns when it was closed.
  ///
  /// @param first what is done at the desk before, such as signing in for a demo
  /// @throws com.salescopilot.desktop.store.StoreException if the profile cannot be used
  public void run(Consumer<Desk> first) throws InterruptedException {
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    UuidV7 ids = new UuidV7(clock, random);
    try (Profile profile = Profile.open(directory, clock, ids::next);
        Desk desk = new Desk(profile, clock, ids::next, random)) {
      first.accept(desk);
      Machine machine = new Machine(directory, environment);
      CountDownLatch closed = new CountDownLatch(1);
      Platform.startup(
          () ->
              new AppWindow(
                      desk,
                      machine,
                      Async.ofWindow(),
                      environment.getOrDefault("SC_SERVER_URL", ""),
                      WIDTH,
                      HEIGHT)
                  .show(closed::countDown));
      closed.await();
    }
  }
}
