package com.salescopilot.model.server;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import com.salescopilot.model.sync.Hash128;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.Stamp;
import com.salescopilot.model.value.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// The server's half of the protocol. Everything that changes shared data comes through here,
/// whether a device pushed it, a REST call asked for it, or a worker found it out.
public final class ServerCore {
  private final Supplier<UUID> ids;

  /// @param ids makes the ids of mutations that did not bring one
  public ServerCore(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// Applies a stretch of a device's chain, in order. A refused mutation never blocks the next; its
  /// author finds it among their conflicts.
  ///
  /// @param lastEdit the newest edit this device has made so far: no edit of it is older
  /// @return the newest edit of this device now
  public Instant push(
      ServerStore store,
      Hooks hooks,
      Actor.Member author,
      List<PushRequest.Item> items,
      Instant lastEdit,
      Instant now) {
    Work work = new Work(store, hooks, ids, now);
    Instant newest = lastEdit;
    for (PushRequest.Item item : items) {
      Instant edited = editedAt(item.ageMillis(), newest, now);
      newest = edited;
      take(work, store, item, new Stamp(author, edited, now));
    }
    work.finish();
    return newest;
  }

  /// Puts a mutation aside that the server failed on: it is logged, its author is told, and the
  /// chain goes on.
  ///
  /// @return the newest edit of this device now
  public Instant setAside(
      ServerStore store,
      Actor.Member author,
      PushRequest.Item item,
      Instant lastEdit,
      Instant now) {
    Instant edited = editedAt(item.ageMillis(), lastEdit, now);
    Work work = new Work(store, Hooks.NONE, ids, now);
    work.noteUnreadable(
        item.id(),
        new Stamp(author, edited, now),
        OptionalLong.of(item.seq()),
        item.change(),
        new Outcome.Rejected(
            RejectCode.QUARANTINED,
            "",
            "The server could not take this change; it was put aside."));
    work.finish();
    return edited;
  }

  /// Applies changes all or nothing.
  ///
  /// @return what became of each
  /// @throws RefusedException if the rules refuse one; the caller rolls back
  public List<Result> write(
      ServerStore store, Hooks hooks, Actor actor, List<Change> changes, Instant now) {
    List<Mutation> mutations = new ArrayList<>();
    changes.forEach(change -> mutations.add(new Mutation(ids.get(), change)));
    return writeAll(store, hooks, actor, mutations, now);
  }

  /// The same for changes that bring their ids, which makes a repeat a [Outcome.NoOp].
  public List<Result> writeAll(
      ServerStore store, Hooks hooks, Actor actor, List<Mutation> mutations, Instant now) {
    Work work = new Work(store, hooks, ids, now);
    List<Result> results = new ArrayList<>();
    for (Mutation mutation : mutations) {
      String body = Codec.encode(mutation.change());
      Stamp stamp = new Stamp(actor, now, now);
      Result result = work.apply(mutation, stamp, OptionalLong.empty(), body, false);
      if (result.outcome() instanceof Outcome.Rejected rejected) {
        throw new RefusedException(rejected);
      }
      results.add(result);
    }
    work.finish();
    return results;
  }

  /// The place in the chain after these mutations.
  public static ChainPosition after(PushRequest request) {
    return request.mutations().isEmpty()
        ? request.after()
        : new ChainPosition(
            request.mutations().getLast().seq(), request.mutations().getLast().id());
  }

  private static void take(Work work, ServerStore store, PushRequest.Item item, Stamp stamp) {
    String body = CanonicalJson.of(item.change());
    Optional<UUID> id = unused(store, work, item.id(), Hash128.of(body).hex());
    if (id.isEmpty()) {
      return;
    }
    OptionalLong seq = OptionalLong.of(item.seq());
    try {
      Mutation mutation = new Mutation(id.get(), Codec.read(item.change()));
      work.applyOrNote(mutation, stamp, seq, body, item.replay());
    } catch (CodecException e) {
      work.noteUnreadable(
          id.get(),
          stamp,
          seq,
          item.change(),
          new Outcome.Rejected(RejectCode.INVALID, e.member(), String.valueOf(e.getMessage())));
    }
  }

  /// The id to apply a mutation under: its own, or empty for a repeat. A restored laptop may send
  /// another change under an id it has used before: that one gets an id derived from both, so
  /// nothing is dropped and nothing is doubled.
  private static Optional<UUID> unused(ServerStore store, Work work, UUID id, String hash) {
    Optional<String> known = work.known(id).or(() -> store.logged(id).map(ServerStore.Known::hash));
    if (known.isEmpty()) {
      return Optional.of(id);
    }
    return known.get().equals(hash)
        ? Optional.empty()
        : unused(store, work, DerivedId.rewritten(id, hash), hash);
  }

  /// When an edit was made, by the server's clock: a device's wrong clock cancels out, and cannot
  /// reach into the future or behind the device's own earlier edits.
  private static Instant editedAt(long ageMillis, Instant lastEdit, Instant now) {
    if (ageMillis <= 0) {
      return now;
    }
    Instant edited = ageMillis > now.toEpochMilli() ? Instant.EPOCH : now.minusMillis(ageMillis);
    return edited.isBefore(lastEdit) ? earlier(lastEdit, now) : edited;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
