package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Apply;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Coalesce;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.Inverse;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Overlay;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.model.sync.Stamp;
import com.salescopilot.model.sync.Survivor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A client's half of the protocol: edits go to the outbox and onto the screen in one commit, leave
/// in the order they were made, and are done when a pull shows their effect.
///
/// Calls that change the chain (`nextPush`, `onPushReply`) come from one thread at a time.
public final class ClientCore {
  /// Edits that are not further apart were made at one time.
  private static final Duration ONE_GO = Duration.ofMinutes(1);

  private final ClientStore store;
  private final Supplier<UUID> ids;
  private final PageReader pages = new PageReader();
  private ChainPosition sent = ChainPosition.START;

  /// How many mutations a push may have, and how many the last one had.
  private int most = PushRequest.MOST;

  private int last;

  /// The device in whose chain `sent` is a place; none after a start.
  private @Nullable UUID sender;

  public ClientCore(ClientStore store, Supplier<UUID> ids) {
    this.store = store;
    this.ids = ids;
  }

  /// Makes a change: applies it, shows it, and queues it for the server, all or nothing.
  ///
  /// @return the id of the mutation that carries it; where it joins an earlier one that has not
  ///   left yet, this one stands for both, and the earlier one is no more
  /// @throws RefusedException if the rules do not take it; nothing was changed
  public UUID submit(Change wanted, Actor.Member author, Instant at) {
    return store.write(
        tx -> {
          Change change = Survivor.of(RowView.visible(tx), wanted);
          Stamp stamp = new Stamp(author, at, at);
          Overlay overlay = new Overlay(RowView.visible(tx));
          Mutation mutation = new Mutation(ids.get(), change);
          Result result = Apply.apply(overlay, mutation, stamp);
          if (result.outcome() instanceof Outcome.Rejected rejected) {
            throw new RefusedException(rejected);
          }
          Optional<OutboxEntry> joined = joined(tx, mutation, stamp);
          OutboxEntry entry =
              joined.orElseGet(() -> new OutboxEntry(mutation, stamp, OptionalLong.empty()));
          if (joined.isPresent()) {
            tx.newestPending().ifPresent(tx::drop);
          }
          keepImages(tx, change.touches());
          tx.keepPending(entry);
          if (joined.isPresent() || change instanceof Change.Restore) {
            // two edits in one have one time, and a row that comes back has its maker and its age
            PageReader.refold(tx, change.touches());
          } else {
            for (RowChange row : result.rows()) {
              tx.show(row.key(), row.after().map(doc -> doc.synced()));
            }
          }
          return entry.mutation().id();
        });
  }

  /// What would take a change back that is about to be made, where anything does.
  public Optional<Change> undoOf(Change change) {
    return store.read(tx -> Inverse.of(RowView.visible(tx), change));
  }

  /// Takes up pending mutations that a store found again, in order: in its journal, or in a damaged
  /// file. One whose id is in the outbox takes the place of what stands there.
  public static void takeUp(ClientTx tx, List<OutboxEntry> found) {
    Set<RowKey> touched = new LinkedHashSet<>();
    for (OutboxEntry entry : found) {
      Set<RowKey> touches = entry.mutation().change().touches();
      keepImages(tx, touches);
      touched.addAll(touches);
      tx.keepPending(entry);
    }
    PageReader.refold(tx, touched);
  }

  /// What is shown of a row that nothing was pending on is the server's.
  private static void keepImages(ClientTx tx, Set<RowKey> keys) {
    for (RowKey key : keys) {
      if (tx.image(key).isEmpty()) {
        Optional<Doc> server = tx.visible(key);
        tx.keepImage(key, new ClientTx.ServerImage(server, server.map(Doc::rev).orElse(0L)));
      }
    }
  }

  /// The newest pending edit with this one joined into it, where both may travel as one.
  ///
  /// One mutation has one time, which decides against what others wrote. Edits of the same fields
  /// have the time of the last; others are joined only where the time of the first is as good.
  private static Optional<OutboxEntry> joined(ClientTx tx, Mutation mutation, Stamp stamp) {
    Change change = mutation.change();
    return tx.newestPending()
        .filter(newest -> !newest.sealed() && !(newest.mutation().change() instanceof Command))
        .flatMap(
            newest -> {
              Change first = newest.mutation().change();
              boolean afresh = Coalesce.replaces(first, change);
              boolean together = stamp.editedAt().isBefore(newest.stamp().editedAt().plus(ONE_GO));
              return afresh || together || first instanceof Change.Create
                  ? Coalesce.coalesce(first, change)
                      .map(
                          both -> newest.with(mutation.id(), both, afresh ? stamp : newest.stamp()))
                  : Optional.empty();
            });
  }

  /// The next stretch of the chain to send, or empty if the server has been told everything. What
  /// is returned has been sealed durably first: a mutation that may have reached the server never
  /// changes.
  public Optional<PushRequest> nextPush(Instant now) {
    return store.write(
        tx -> {
          ClientTx.Device device = tx.device();
          if (!device.id().equals(sender) || sent.seq() < device.acked().seq()) {
            // after a start or a rejoin, or when a pull confirmed what a lost answer would have
            sent = device.acked();
            sender = device.id();
          }
          List<PushRequest.Item> items = new ArrayList<>();
          long next = device.nextSeq();
          int bytes = 0;
          for (OutboxEntry entry : tx.pendingAfter(sent.seq(), most)) {
            String json = Codec.encode(entry.mutation().change());
            bytes += json.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > PushRequest.LARGEST && !items.isEmpty()) {
              break;
            }
            OutboxEntry sealed = entry.sealed() ? entry : entry.sealedAs(next++);
            if (!entry.sealed()) {
              tx.keepPending(sealed);
            }
            items.add(
                new PushRequest.Item(
                    sealed.seq().orElseThrow(),
                    sealed.mutation().id(),
                    Duration.between(sealed.stamp().editedAt(), now).toMillis(),
                    Codec.write(sealed.mutation().change())));
          }
          if (items.isEmpty()) {
            return Optional.empty();
          }
          tx.keepDevice(new ClientTx.Device(device.id(), next, device.acked()));
          last = items.size();
          return Optional.of(new PushRequest(device.id(), sent, items));
        });
  }

  /// Takes up the server's word on a push. A lost answer needs no call: the next push is refused
  /// with the place the server is at.
  public void onPushReply(PushReply reply) {
    switch (reply) {
      case PushReply.Through(ChainPosition reached) -> {
        sent = reached;
        most = Math.min(PushRequest.MOST, 2 * most);
      }
      case PushReply.Broken(ChainPosition last) -> {
        boolean ours =
            store.write(
                tx -> {
                  boolean known = knows(tx, last);
                  if (!known) {
                    rejoin(tx);
                  }
                  return known;
                });
        if (ours) {
          sent = last;
        }
      }
    }
  }

  /// Takes up that the last push was too large for the way to the server: the next ones are
  /// shorter.
  ///
  /// @return false if it was a single mutation, which cannot be made shorter
  public boolean onPushTooLarge() {
    most = Math.max(1, last / 2);
    return last > 1;
  }

  private static boolean knows(ClientTx tx, ChainPosition last) {
    return tx.device().acked().equals(last)
        || tx.pending(last.id())
            .filter(entry -> entry.seq().equals(OptionalLong.of(last.seq())))
            .isPresent();
  }

  /// This client's files are a copy of another's, or older than what the server has seen: it
  /// becomes a device of its own and offers everything pending again. The ids stay, so nothing is
  /// done twice.
  private void rejoin(ClientTx tx) {
    for (OutboxEntry entry : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      tx.keepPending(new OutboxEntry(entry.mutation(), entry.stamp(), OptionalLong.empty()));
    }
    tx.keepDevice(new ClientTx.Device(ids.get(), 1, ChainPosition.START));
  }

  /// What to ask the server for.
  public PullRequest pullRequest(int waitSeconds) {
    return store.read(
        tx -> {
          Map<StreamKind, Long> cursors = new EnumMap<>(StreamKind.class);
          for (StreamKind stream : StreamKind.values()) {
            tx.cursor(stream).ifPresent(cursor -> cursors.put(stream, cursor.rev()));
          }
          ClientTx.Device device = tx.device();
          return new PullRequest(device.id(), cursors, device.acked().seq(), waitSeconds);
        });
  }

  /// Takes up one page of the server's answer, with its cursors and confirmations, in one commit.
  ///
  /// @return the rows that look different now
  public List<RowKey> onPage(PullPage page) {
    return store.write(
        tx -> {
          Optional<ChainPosition> acked = page.end().acked();
          if (acked.filter(last -> isForeign(tx, last)).isPresent()) {
            // confirming it would drop edits here that only share its numbers
            rejoin(tx);
            acked = Optional.empty();
          }
          return pages.take(tx, page, acked);
        });
  }

  /// Whether the chain of this device goes on with mutations that are not from here.
  private static boolean isForeign(ClientTx tx, ChainPosition last) {
    return last.seq() > tx.device().acked().seq() && !knows(tx, last);
  }

  /// Whether every row of the workspace has been read once.
  public boolean hasReadAll() {
    return store.read(tx -> tx.cursor(StreamKind.WS).isPresent() && !tx.isFull(StreamKind.WS));
  }

  /// How many mutations the server has not confirmed.
  public long pending() {
    return store.read(ClientTx::countPending);
  }
}
