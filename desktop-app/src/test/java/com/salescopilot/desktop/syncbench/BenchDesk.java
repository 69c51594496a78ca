package com.salescopilot.desktop.syncbench;

import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.sync.SyncEngine;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/// A desk without a window, its files on the disk.
final class BenchDesk implements AutoCloseable {
  private final Clock clock = Clock.systemUTC();
  private final UuidV7 ids = new UuidV7(clock, new Random());
  private final Session session;
  private final Profile profile;
  private final SqliteStore store;
  private final ClientCore core;
  private final SyncEngine engine;

  BenchDesk(Path directory, Session session) {
    this.session = session;
    profile = Profile.open(directory, clock, ids::next);
    Account account =
        new Account(
            session.server().toString(),
            session.member().user(),
            session.member().workspace(),
            "ada@bench.example",
            "Ada",
            "Byron",
            Role.ADMIN);
    store = profile.store(account);
    core = new ClientCore(store, ids::next);
    engine = new SyncEngine(core, clock, new Random());
  }

  SqliteStore store() {
    return store;
  }

  SyncEngine engine() {
    return engine;
  }

  /// What this desk would ask the server for, in the name of this device.
  String request(UUID device, int waitSeconds) {
    PullRequest own = core.pullRequest(waitSeconds);
    return own.json().replace(own.device().toString(), device.toString());
  }

  /// Reads everything that is new, without the engine.
  ///
  /// @param page called after each page
  void pull(Consumer<Long> page) {
    session
        .pull(core.pullRequest(0))
        .run(
            read -> {
              core.onPage(read);
              page.accept(read.end().rows());
            });
  }

  /// Makes an edit that is on the disk when this returns.
  void submit(Change change) {
    UUID device = store.read(tx -> tx.device().id());
    Actor.Member me = new Actor.Member(session.member().user(), Role.ADMIN, device);
    core.submit(change, me, clock.instant());
  }

  Optional<Doc> row(RowKey key) {
    return store.row(key);
  }

  void goLive() {
    engine.signedIn(session);
  }

  @Override
  public void close() {
    engine.close();
    session.close();
    store.close();
    profile.close();
  }
}
