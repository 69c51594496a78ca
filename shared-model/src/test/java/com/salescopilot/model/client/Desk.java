package com.salescopilot.model.client;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullReader;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PullWriter;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// One person at one device: a client's core on maps, speaking to a [MapServer] in the JSON of the
/// wire.
public final class Desk {
  private final MapServer server;
  private final Supplier<UUID> ids;
  private final UserId user;
  private final UUID machine = UUID.nameUUIDFromBytes(new byte[] {7});
  private final MapClientStore store;
  private ClientCore core;
  private boolean forgetful;

  public Desk(MapServer server, Supplier<UUID> ids, UserId user) {
    this(server, ids, user, new MapClientStore(ids.get()));
  }

  private Desk(MapServer server, Supplier<UUID> ids, UserId user, MapClientStore store) {
    this.server = server;
    this.ids = ids;
    this.user = user;
    this.store = store;
    this.core = new ClientCore(store, ids);
  }

  /// Somebody copies the files to another machine and starts the program there too.
  Desk copy() {
    return new Desk(server, ids, user, store.copy());
  }

  /// What a broken client would do: takes a new life of the server for the old one.
  public Desk forgetful(boolean is) {
    forgetful = is;
    return this;
  }

  private Objection seen(Objection objection) {
    return forgetful
            && objection instanceof Objection.NewEpoch(UUID epoch, var restoredTo, var lost)
        ? new Objection.NewEpoch(epoch, restoredTo, Set.of())
        : objection;
  }

  public MapClientStore store() {
    return store;
  }

  public UserId user() {
    return user;
  }

  public UUID edit(Change change, Instant at) {
    return core.submit(change, author(machine), at);
  }

  /// Stops the program and starts it again on what it had kept.
  public void restart() {
    core = new ClientCore(store, ids);
  }

  /// Pushes once, if there is something to push.
  ///
  /// @return whether there was
  public boolean push(Instant now, boolean answerArrives) {
    Optional<PushRequest> request = core.nextPush(now);
    if (request.isEmpty()) {
      return false;
    }
    PushRequest sent = PushRequest.parse(request.get().json());
    PushReply reply = server.push(author(sent.device()), sent, now);
    if (answerArrives) {
      core.onPushReply(
          reply instanceof PushReply.Objected(Objection objection)
              ? new PushReply.Objected(seen(objection))
              : reply);
    }
    return true;
  }

  /// Pushes into a network that is gone.
  ///
  /// @return whether there was something to push
  boolean pushLost(Instant now) {
    return core.nextPush(now).isPresent();
  }

  /// Pulls until nothing more comes.
  ///
  /// @param pages how many pages arrive before the connection is cut
  public void pull(int pages) {
    PullRequest request = PullRequest.parse(core.pullRequest(0).json());
    Optional<Objection> objection = server.objection(user, request.epoch(), request.cursors());
    if (objection.isPresent()) {
      core.onObjection(seen(objection.get()));
      return;
    }
    Optional<UUID> epoch = Optional.of(server.epoch());
    PullWriter writer = new PullWriter();
    PullReader reader = new PullReader();
    Set<StreamKind> full = EnumSet.allOf(StreamKind.class);
    full.removeAll(request.cursors().keySet());
    PullPages.Page page = server.pull(user, request.device(), request.cursors());
    for (int i = 0; i < pages; i++) {
      List<PullLine> lines = new ArrayList<>();
      for (PullLine line : page.lines()) {
        for (String text : writer.line(line).split("\n", -1)) {
          if (!text.isEmpty()) {
            reader.line(text).ifPresent(lines::add);
          }
        }
      }
      core.onPage(new PullPage(epoch, i == 0 ? full : Set.of(), lines, page.end()));
      if (!page.end().more()) {
        return;
      }
      page = server.pull(user, request.device(), page.end().cursors());
    }
  }

  /// What a broken client would do: takes the cursors of an answer and loses its rows.
  public void pullLosingTheRows() {
    PullRequest request = core.pullRequest(0);
    PullPages.Page page = server.pull(user, request.device(), request.cursors());
    core.onPage(new PullPage(Set.of(), List.of(), page.end()));
  }

  /// Pushes and pulls until nothing is left to say.
  public void sync(Instant now) {
    int rounds = 0;
    while (core.pending() > 0 && rounds++ < 50) {
      while (push(now, true)) {
        if (rounds++ > 50) {
          break;
        }
      }
      pull(Integer.MAX_VALUE);
    }
    pull(Integer.MAX_VALUE);
  }

  public long pending() {
    return core.pending();
  }

  private Actor.Member author(UUID device) {
    return new Actor.Member(user, Role.USER, device);
  }
}
