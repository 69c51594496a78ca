package com.salescopilot.server.tracking;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.events.EventLog;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.keys.Vault;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Tracking, put together.
public final class Tracking {
  private final Hits hits;
  private final Proofs proofs;
  private final TrackingRoutes routes;
  private final Routes hookSecrets;
  private final WayOut wayOut;

  /// Tracking that is not running yet.
  public Tracking(
      Database database,
      MasterKeys keys,
      Vault vault,
      Tokens tokens,
      HookPolicy policy,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random) {
    EventLog log = new EventLog();
    this.hits = new Hits(database, log, new Sources(random), clock, ids);
    this.wayOut = new WayOut(database, log, tokens, clock, ids);
    this.proofs = new Proofs(keys, tokens, policy.secret(), clock);
    HookSecrets secrets = new HookSecrets(database, vault, clock, ids, random);
    this.hookSecrets = new HookSecretRoutes(secrets);
    this.routes =
        new TrackingRoutes(
            tokens, hits, new Hooks(database, log, proofs, secrets, policy, clock, ids), policy);
  }

  /// The pixel, for the tracking listener.
  public Routes pixel() {
    return routes.pixel();
  }

  /// The way out of campaigns, for the tracking listener.
  public Routes wayOut() {
    return wayOut;
  }

  /// The seed's hooks, for both listeners.
  public Routes webhooks() {
    return routes.webhooks();
  }

  /// The secrets of hooks, for the API listener.
  public Routes hookSecrets() {
    return hookSecrets;
  }

  /// The secret with which a workspace's programs report.
  public String webhookSecret(WorkspaceId workspace) {
    return proofs.secret(workspace);
  }

  /// Begins to write hits.
  public void start() {
    hits.start();
  }

  /// Writes what is waiting, then ends.
  public void stop() throws InterruptedException {
    hits.stop();
  }
}
