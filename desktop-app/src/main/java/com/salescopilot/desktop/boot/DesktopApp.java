package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.diagnostics.CrashFile;
import com.salescopilot.desktop.diagnostics.LogRing;
import com.salescopilot.desktop.diagnostics.Uncaught;
import com.salescopilot.desktop.diagnostics.VmCrash;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.platform.SingleInstance;
import com.salescopilot.desktop.shell.DeepLink;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.FxExecutor;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.model.id.UuidV7;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The program with its window, from the first to the last moment.
public final class DesktopApp {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final Duration GOODBYE = Duration.ofSeconds(10);

  private final Path directory;
  private final Map<String, String> environment;
  private final String link;
  private final FxExecutor screen = new FxExecutor();
  private final Async async = Async.ofWindow();
  private volatile @Nullable AppWindow window;

  /// @param directory the profile of this machine
  /// @param link what is to be opened first, as somebody wrote it; empty: nothing
  public DesktopApp(Path directory, Map<String, String> environment, String link) {
    this.directory = directory;
    this.environment = environment;
    this.link = link;
  }

  /// Shows the window and returns when it was closed.
  ///
  /// @throws com.salescopilot.desktop.store.StoreException if the profile cannot be used
  public void run() throws InterruptedException {
    run(_ -> {});
  }

  /// Shows the window and returns when it was closed; at once if another program shows it already.
  ///
  /// @param first what is done at the desk before, such as signing in for a demo
  /// @throws com.salescopilot.desktop.store.StoreException if the profile cannot be used
  public void run(Consumer<Desk> first) throws InterruptedException {
    Optional<SingleInstance> one =
        SingleInstance.start(
            directory,
            link,
            wish ->
                onWindow(
                    shown -> {
                      shown.raise();
                      open(shown, wish);
                    }));
    if (one.isEmpty()) {
      return;
    }
    Clock clock = Clock.systemUTC();
    CrashFile files = new CrashFile(directory, clock, versions(), LogRing.listening()::lines);
    Thread.setDefaultUncaughtExceptionHandler(
        new Uncaught(files, this::route, code -> onWindow(shown -> shown.unexpected(code))));
    Machine machine = new Machine(directory, environment);
    Platform.startup(() -> Looks.prepare(machine.look())); // comes up while the store is opened
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    SecretStore secrets = SecretStore.ofMachine(environment);
    try (SingleInstance _ = one.get();
        Profile profile = Profile.open(directory, clock, ids::next);
        Desk desk = new Desk(profile, secrets, clock, ids::next, random)) {
      // keychains answer when they like, and may ask a person first
      Thread.ofPlatform().daemon().name("keychain").start(desk::resume);
      first.accept(desk);
      CountDownLatch closed = new CountDownLatch(1);
      List<Path> leftOver = VmCrash.taken(whereMachinesDie(), files);
      screen.execute(() -> open(desk, machine, leftOver, closed));
      closed.await();
      async.finish(GOODBYE);
    }
  }

  /// Where the virtual machine writes when it dies itself.
  private static List<Path> whereMachinesDie() {
    return Stream.of("user.dir", "java.io.tmpdir")
        .map(name -> Path.of(System.getProperty(name, ".")).toAbsolutePath())
        .toList();
  }

  private void open(Desk desk, Machine machine, List<Path> leftOver, CountDownLatch closed) {
    String server = environment.getOrDefault("SC_SERVER_URL", "");
    try {
      AppWindow opened = new AppWindow(desk, machine, async, server, WIDTH, HEIGHT);
      window = opened;
      opened.show(closed::countDown);
      leftOver.forEach(opened::brokeDown);
      open(opened, link);
    } catch (RuntimeException e) {
      closed.countDown(); // a process that shows nothing would hold the profile for ever
      throw e;
    }
  }

  private static void open(AppWindow shown, String wish) {
    if (!wish.isEmpty()) {
      shown.open(DeepLink.parse(wish));
    }
  }

  private void onWindow(Consumer<AppWindow> work) {
    AppWindow shown = window;
    if (shown != null) {
      screen.execute(() -> work.accept(shown));
    }
  }

  private String route() {
    AppWindow shown = window;
    return shown == null ? "-" : shown.place();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    String own = DesktopApp.class.getPackage().getImplementationVersion();
    versions.put("version", own == null ? "built from source" : own);
    for (String name : new String[] {"java.vm.version", "javafx.runtime.version", "os.name"}) {
      versions.put(name, System.getProperty(name, "-"));
    }
    return versions;
  }
}
