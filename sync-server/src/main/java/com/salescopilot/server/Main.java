package com.salescopilot.server;

import com.salescopilot.server.backup.BackupRefused;
import com.salescopilot.server.backup.Restore;
import com.salescopilot.server.db.DatabaseRefused;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.PortTaken;
import com.salescopilot.server.keys.KeysRefused;
import com.salescopilot.server.log.JsonLog;
import com.salescopilot.server.stream.Epochs;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The server's command line.
public final class Main {
  private final Map<String, String> environment;
  private final Lifecycle lifecycle = new Lifecycle();
  private volatile boolean serving;

  private Main(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Runs the command that the arguments say; ends the process with the code that tells how it
  /// went: 0, 1 failed, 2 usage, 3 refused to start.
  public static void main(String[] args) {
    JsonLog.install();
    Command.parse(List.of(args))
        .ifPresentOrElse(
            order -> System.exit(new Main(System.getenv()).run(order)),
            () -> {
              System.err.println(Command.usage());
              System.exit(Command.USAGE);
            });
  }

  private int run(Command.Order order) {
    // the hook also stops what was started when the command fails or ends
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
    try {
      switch (order.command()) {
        case SERVE -> serve(Core.start(ServerConfig.read(environment), lifecycle));
        case MIGRATE -> migrate(ServerConfig.read(environment));
        case RELEASE_SENDS -> releaseSends(Core.start(ServerConfig.read(environment), lifecycle));
        case ROTATE_KEYS -> rotateKeys(ServerConfig.read(environment));
        case BACKUP -> say(backups().write(order.file().orElseThrow()));
        case RESTORE -> say(backups().restore(order.file().orElseThrow(), rows(order)));
        case VERIFY ->
            say(
                order.file().isPresent()
                    ? backups().verify(order.file().get())
                    : backups().verifyDatabase());
        case DEMO -> demo();
        case DEMO_DATA -> demoData(ServerConfig.read(environment));
      }
      return 0;
    } catch (StartRefused | DatabaseRefused | KeysRefused | BackupRefused | PortTaken e) {
      System.err.println(e.getMessage());
      return Command.REFUSED;
    } catch (Exception e) {
      System.getLogger(Main.class.getName()).log(Level.ERROR, "the command failed", e);
      return Command.FAILED;
    }
  }

  /// A server that was told to stop and did has done well; the JVM would say 143.
  private void stop() {
    lifecycle.stop();
    if (serving) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve(Core core) throws Exception {
    Listeners.Addresses at = Wiring.serve(core, lifecycle).at();
    serving = true;
    System.out.println(
        "READY api=" + at.api() + " tracking=" + at.tracking() + " admin=" + at.admin());
    new CountDownLatch(1).await(); // until a signal runs the shutdown hook
  }

  private void demo() throws Exception {
    Demo demo = Demo.start(environment, lifecycle);
    demo.instructions().forEach(System.out::println);
    serve(demo.core());
  }

  private void demoData(ServerConfig config) throws Exception {
    System.out.println(Demo.addSample(Core.start(config, lifecycle)));
  }

  private static void releaseSends(Core core) {
    List<Epochs.HeldMail> held = core.epochs().held();
    held.forEach(
        mail ->
            System.out.println(
                "HELD " + mail.email() + " to " + mail.to() + ": " + mail.subject()));
    core.epochs().release(held);
    System.out.println("RELEASED " + held.size());
  }

  /// Needs neither the data directory nor the database: servers that run take the line up.
  private static void rotateKeys(ServerConfig config) {
    String kid = config.keyFile().rotate(new SecureRandom());
    System.out.println("ROTATED kid=" + kid);
    System.out.println(
        "Keep a copy of the file apart from the backups of the database, and keep the older lines:"
            + " links in mails that were sent need them.");
  }

  private Backups backups() {
    return new Backups(ServerConfig.read(environment), lifecycle, Clock.systemUTC().instant());
  }

  private static Restore.Rows rows(Command.Order order) {
    return order.options().contains(Command.REPLACE) ? Restore.Rows.REPLACE : Restore.Rows.KEEP;
  }

  private static void say(List<String> lines) {
    lines.forEach(System.out::println);
  }

  private void migrate(ServerConfig config) throws Exception {
    var clock = Clock.systemUTC();
    Foundation base = Foundation.start(config, lifecycle, clock, new SecureRandom());
    if (base.migrated().isEmpty()) {
      System.out.println("The database is at this version already.");
    }
    base.migrated().forEach(System.out::println);
  }
}
