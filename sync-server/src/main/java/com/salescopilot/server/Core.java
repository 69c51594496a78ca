package com.salescopilot.server;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.server.auth.Auth;
import com.salescopilot.server.auth.Options;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.post.Post;
import com.salescopilot.server.sending.DirectPost;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.sending.SendHook;
import com.salescopilot.server.stream.Epochs;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.HighWater;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Accounts, and the one way to change rows: what a server and the commands that write rows have in
/// common.
record Core(
    ServerConfig config,
    InstantSource clock,
    SecureRandom random,
    UuidV7 ids,
    Json json,
    Foundation base,
    Auth auth,
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

  /// The server's own notes go over the operator's relay.
  private static Optional<Post> post(
      ServerConfig config, Lifecycle lifecycle, UuidV7 ids, InstantSource clock) throws Exception {
    Optional<Relay> relay = Mail.relay(config);
    return relay.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lifecycle.start(
                "post", () -> new DirectPost(relay.get(), ids::next, clock), DirectPost::stop));
  }

  /// Tags that were made with an older master key count as long as that key is there.
  private static CursorTags cursorTags(MasterKeys keys) {
    return new CursorTags(
        keys.kids().stream().map(kid -> keys.derive(kid, "sync/cursor").orElseThrow()).toList());
  }

  /// Puts it together on a started foundation.
  static Core start(ServerConfig config, Lifecycle lifecycle) throws Exception {
    InstantSource clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    Json json = new Json();
    Foundation base = Foundation.start(config, lifecycle, clock, random);
    Heads heads = new Heads();
    Auth auth =
        new Auth(
            base.database(),
            base.keys(),
            clock,
            ids,
            random,
            json,
            new Auth.Settings(
                new Options(false, false, config.smtp().isPresent(), config.signup()),
                config.smtp().map(ServerConfig.Smtp::from)),
            post(config, lifecycle, ids, clock),
            heads::moved);
    RowTables tables = new RowTables();
    SendHook queue = new SendHook(Mail.relay(config));
    Streams streams =
        new Streams(
            base.database(),
            tables,
            List.of(queue),
            cursorTags(base.keys()),
            heads,
            ids::next,
            clock);
    Epochs epochs = new Epochs(base.database(), streams, ids::next, clock);
    HighWater highWater =
        new HighWater(base.database(), config.dataDir().resolve("database.written"));
    lifecycle.step("epoch", () -> begun(epochs.begin(highWater)));
    return new Core(
        config, clock, random, ids, json, base, auth, heads, tables, queue, streams, epochs,
        highWater);
  }
}
