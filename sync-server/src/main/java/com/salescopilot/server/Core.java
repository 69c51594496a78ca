package com.salescopilot.server;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.server.auth.Auth;
import com.salescopilot.server.campaign.StepHook;
import com.salescopilot.server.company.CompanyHook;
import com.salescopilot.server.company.SharedCompanies;
import com.salescopilot.server.dispatch.DispatchHook;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.prospect.EraseHook;
import com.salescopilot.server.sending.SendHook;
import com.salescopilot.server.stream.Epochs;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.HighWater;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import com.salescopilot.server.suppression.SuppressionHook;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/// Accounts, and the one way to change rows: what a server and the commands that write rows have in
/// common.
record Core(
    ServerConfig config,
    InstantSource clock,
    SecureRandom random,
    UuidV7 ids,
    Json json,
    Foundation base,
    People people,
    Heads heads,
    RowTables tables,
    SendHook queue,
    Streams streams,
    Epochs epochs,
    HighWater highWater) {
  private static final System.Logger LOG = System.getLogger(Core.class.getName());

  private static void begun(Epochs.Epoch epoch) {
    if (!epoch.released()) {
      LOG.log(
          Level.WARNING,
          "this database was put back or is another one: mails may have left already ({0} are newly"
              + " held); a campaign's mails are held back until release-sends",
          epoch.frozen());
    }
  }

  /// Tags that were made with an older master key count as long as that key is there.
  private static CursorTags cursorTags(MasterKeys keys) {
    return new CursorTags(
        () -> {
          keys.look(); // a cursor may come back to another process than the one that gave it
          return keys.all("sync/cursor");
        });
  }

  Auth auth() {
    return people.auth();
  }

  /// Puts it together on a started foundation.
  static Core start(ServerConfig config, Lifecycle lifecycle) throws Exception {
    InstantSource clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    Json json = new Json();
    Foundation base = Foundation.start(config, lifecycle, clock, random);
    Heads heads = new Heads();
    People people =
        People.start(new People.Ground(config, base, heads, clock, random, ids, json), lifecycle);
    RowTables tables = new RowTables();
    SendHook queue = new SendHook(Mail.relay(config));
    SharedCompanies companies = new SharedCompanies(base.database(), clock);
    lifecycle.step("companies", () -> companies.load(config.dataDir().resolve("companies")));
    Streams streams =
        new Streams(
            base.database(),
            tables,
            List.of(
                queue,
                new StepHook(clock),
                new DispatchHook(),
                new CompanyHook(companies),
                new SuppressionHook(clock),
                new EraseHook(clock)),
            cursorTags(base.keys()),
            heads,
            ids::next,
            clock);
    Epochs epochs = new Epochs(base.database(), streams, ids::next, clock);
    HighWater highWater =
        new HighWater(base.database(), config.dataDir().resolve("database.written"));
    lifecycle.step("epoch", () -> begun(epochs.begin(highWater)));
    return new Core(
        config, clock, random, ids, json, base, people, heads, tables, queue, streams, epochs,
        highWater);
  }
}
