package com.salescopilot.server.sync;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.MapClientStore;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullReader;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// A client's core with its rows in memory, speaking to the server over HTTP.
final class WireClient {
  private final TestApi.Client http;
  private final Scope scope;
  private final Supplier<UUID> ids;
  final MapClientStore store;
  final ClientCore core;

  WireClient(TestApi api, Scope scope, Supplier<UUID> ids) {
    this.http = api.as(scope);
    this.scope = scope;
    this.ids = ids;
    store = new MapClientStore(ids.get());
    core = new ClientCore(store, ids);
  }

  RowKey create(String email) {
    RowKey key = new RowKey(Entity.PROSPECT, ids.get());
    submit(new Change.Create(key, new TreeMap<>(Map.of("email", Value.text(email)))));
    return key;
  }

  void submit(Change change) {
    var _ =
        core.submit(
            change,
            new Actor.Member(scope.user(), Role.USER, store.device().id()),
            Clock.systemUTC().instant());
  }

  /// Pushes once what waits, as it stands.
  TestApi.Reply push() {
    PushRequest push = core.nextPush(Clock.systemUTC().instant()).orElseThrow();
    TestApi.Reply reply = http.post("/sync/push", push.json());
    core.onPushReply(
        reply.status() == 200
            ? PushReply.parseThrough(reply.text())
            : reply.code().equals("CHAIN")
                ? PushReply.parseBroken(reply.text())
                : new PushReply.Objected(Objection.parse(reply.text()).orElseThrow()));
    return reply;
  }

  /// Pulls once, without waiting.
  TestApi.Reply pull() {
    return pull(core.pullRequest(0));
  }

  TestApi.Reply pull(PullRequest request) {
    TestApi.Reply reply = http.post("/sync/pull", request.json());
    if (reply.status() == 200) {
      take(reply.text());
    } else {
      Objection.parse(reply.text()).ifPresent(core::onObjection);
    }
    return reply;
  }

  /// Pushes and pulls until nothing is left to say.
  void sync() {
    for (int round = 0; round < 20; round++) {
      if (core.pending() > 0 && core.nextPush(Clock.systemUTC().instant()).isPresent()) {
        var _ = push();
      }
      if (pull().status() == 200 && core.pending() == 0) {
        return;
      }
    }
    throw new AssertionError(core.pending() + " are left");
  }

  Set<RowKey> rows() {
    return Set.copyOf(store.rows().keySet());
  }

  private void take(String answer) {
    PullReader reader = new PullReader();
    Optional<UUID> epoch = Optional.empty();
    Set<StreamKind> full = Set.of();
    List<PullLine> lines = new ArrayList<>();
    for (String text : answer.lines().toList()) {
      Optional<PullLine> line = reader.line(text);
      if (line.isEmpty()) {
        continue;
      }
      switch (line.get()) {
        case PullLine.Head head -> {
          epoch = head.epoch();
          full = head.full();
        }
        case PullLine.End end -> {
          var _ = core.onPage(new PullPage(epoch, full, lines, end));
          full = Set.of();
          lines.clear();
        }
        case PullLine.Row row -> lines.add(row);
        case PullLine.Gone gone -> lines.add(gone);
      }
    }
  }
}
