package com.salescopilot.server;

import com.salescopilot.server.ai.OwnEvidence;
import com.salescopilot.server.auth.ChangedSessions;
import com.salescopilot.server.backup.BackupRecord;
import com.salescopilot.server.contract.ContractRoutes;
import com.salescopilot.server.db.Statistics;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import com.salescopilot.server.housekeeping.Counting;
import com.salescopilot.server.housekeeping.Garbage;
import com.salescopilot.server.housekeeping.Nightly;
import com.salescopilot.server.housekeeping.Recount;
import com.salescopilot.server.http.Health;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.http.Surfaces;
import com.salescopilot.server.keys.KeyRotation;
import com.salescopilot.server.stream.HighWater;
import com.salescopilot.server.sync.SyncRoutes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The server, put together: reads as its table of contents.
final class Wiring {
  private static final long LEAST_FREE_BYTES = 100L << 20;
  private static final int FORGOTTEN_AT_ONCE = 5_000;

  private Wiring() {}

  /// A server that is ready.
  ///
  /// @param at where it can be reached
  /// @param surfaces what it answers to, so that a test can go through all of it
  record Served(Listeners.Addresses at, Surfaces surfaces) {}

  /// Starts the server.
  static Served serve(Core core, Lifecycle lifecycle) throws Exception {
    ServerConfig config = core.config();
    lifecycle.start(
        "sessions",
        () -> {
          core.auth().sessions().start();
          return core.auth().sessions();
        },
        ChangedSessions::stop);
    lifecycle.start(
        "high water",
        () -> {
          core.highWater().start();
          return core.highWater();
        },
        HighWater::stop);

    rotate(core, lifecycle);

    List<Routes> api =
        new ArrayList<>(
            List.of(
                new SyncRoutes(core.streams(), core.epochs(), core.heads(), core.random()),
                new ContractRoutes()));
    api.addAll(core.people().routes());
    api.addAll(
        RestApi.routes(
            core.base().database(),
            core.streams(),
            core.tables(),
            core.ids()::next,
            core.clock(),
            new RestApi.Outside(config.ai(), core.base().egress().streams())));
    Mail mail = new Mail(core);
    api.add(mail.hookSecrets());
    mail.listen(lifecycle);

    BackupRecord backups = new BackupRecord(config.dataDir());
    backups.begin(core.clock().instant());
    Health health =
        new Health(
            Map.of(
                "database", () -> answers(core.base()),
                "diskFree", () -> hasRoom(config.dataDir())),
            List.of(
                config::warnings,
                () -> openHooks(config),
                () -> backups.warnings(core.clock().instant())));
    Surfaces surfaces = new Surfaces(api, mail.hooks(), mail.trackingRoutes(), List.of(health));
    Listeners listeners =
        lifecycle.start(
            "listeners",
            () -> {
              Listeners all =
                  new Listeners(
                      config.listening(),
                      surfaces,
                      core.auth().authenticator(),
                      core.json(),
                      core.ids(),
                      core.random());
              all.start();
              return all;
            },
            Listeners::stop);
    core.people().address().listens(listeners.addresses().api());
    mail.work(lifecycle, listeners.addresses().tracking());

    lifecycle.start(
        "housekeeping",
        () -> {
          Nightly nightly =
              new Nightly(
                  new Garbage(core.base().database(), core.clock(), FORGOTTEN_AT_ONCE),
                  new Recount(core.base().database()),
                  new OwnEvidence(core.base().database(), core.clock())::run,
                  core.clock());
          nightly.start();
          return nightly;
        },
        Nightly::stop);
    lifecycle.start(
        "counting",
        () -> {
          Counting counting =
              new Counting(new Statistics(core.base().database(), core.base().login()));
          counting.start();
          return counting;
        },
        Counting::stop);

    lifecycle.start(
        "readiness",
        () -> {
          health.up();
          return health;
        },
        ready -> {
          ready.down();
          linger(config.drain());
          core.heads().letGo();
        });
    return new Served(listeners.addresses(), surfaces);
  }

  private static void rotate(Core core, Lifecycle lifecycle) throws Exception {
    Foundation base = core.base();
    KeyRotation rotation =
        new KeyRotation(base.database(), base.keys(), base.vault(), base.keyCheck());
    lifecycle.start(
        "key rotation",
        () -> {
          Loop loop = new Loop("key rotation", new Bell(), rotation::look);
          loop.start();
          return loop;
        },
        Loop::stop);
  }

  private static boolean answers(Foundation base) {
    return base.database().asUser(Optional.empty(), _ -> true);
  }

  private static boolean hasRoom(Path directory) {
    return directory.toFile().getUsableSpace() > LEAST_FREE_BYTES;
  }

  private static List<String> openHooks(ServerConfig config) {
    return switch (config.webhookAuth()) {
      case OPEN -> List.of("SC_WEBHOOK_AUTH is open: anyone can report opens and replies.");
      case PROOF -> List.of();
    };
  }

  /// A balancer needs a moment to notice that nothing more should be sent here.
  private static void linger(Duration drain) throws InterruptedException {
    var _ = new CountDownLatch(1).await(drain.toMillis(), TimeUnit.MILLISECONDS);
  }
}
