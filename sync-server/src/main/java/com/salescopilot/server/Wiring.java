package com.salescopilot.server;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.server.auth.Auth;
import com.salescopilot.server.http.Health;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.http.Surfaces;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import com.salescopilot.server.sync.SyncRoutes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The server, put together: reads as its table of contents.
final class Wiring {
  private static final long LEAST_FREE_BYTES = 100L << 20;

  private Wiring() {}

  /// Starts the server.
  ///
  /// @return where it can be reached, once it is ready
  static Listeners.Addresses serve(ServerConfig config, Lifecycle lifecycle) throws Exception {
    InstantSource clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    Json json = new Json();
    Foundation base = Foundation.start(config, lifecycle, clock, random);

    Auth auth =
        new Auth(
            base.database(),
            base.keys(),
            clock,
            ids,
            random,
            json,
            config.signup(),
            config.smtp().map(ServerConfig.Smtp::from));
    lifecycle.step("sessions", auth.sessions()::catchUp);

    Heads heads = new Heads();
    RowTables tables = new RowTables();
    Streams streams = new Streams(base.database(), tables, List.of(), heads, ids::next, clock);

    List<Routes> api =
        new ArrayList<>(List.of(auth.routes(), new SyncRoutes(streams, heads, random)));
    api.addAll(RestApi.routes(base.database(), streams, tables, ids::next));
    List<Routes> hooks = List.of();
    List<Routes> tracking = List.of();

    Health health =
        new Health(
            Map.of(
                "database", () -> answers(base),
                "diskFree", () -> hasRoom(config.dataDir())),
            List.of(config::warnings, () -> openHooks(config)));
    Listeners listeners =
        lifecycle.start(
            "listeners",
            () -> {
              Listeners all =
                  new Listeners(
                      config.listening(),
                      new Surfaces(api, hooks, tracking, List.of(health)),
                      auth.authenticator(),
                      json,
                      ids,
                      random);
              all.start();
              return all;
            },
            Listeners::stop);

    lifecycle.start(
        "readiness",
        () -> {
          health.up();
          return health;
        },
        ready -> {
          ready.down();
          linger(config.drain());
          heads.letGo();
        });
    return listeners.addresses();
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
