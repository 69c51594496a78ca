package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Apply;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Coalesce;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.EmailCommand;
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
  private final Rejoin rejoin;
  private final PageReader pages = new PageReader();

  /// How many mutations a push may have, and how many the last one had.
  private int most = PushRequest.MOST;

  private int last;

  /// How far the server has said that it took the chain; nothing after a start.
  private volatile Sent sent = Sent.NOTHING;

  /// The same when the last pull was asked for: what its answer must show.
  private volatile Sent promised = Sent.NOTHING;

  /// Whether the server lost what it had taken: an answer has not shown it, or the server says so.
  private volatile boolean behind;

  /// A place in the chain of a device.
  private record Sent(@Nullable UUID device, ChainPosition place) {
    static final Sent NOTHING = new Sent(null, ChainPosition.START);
  }

  public ClientCore(ClientStore store, Supplier<UUID> ids) {
    this.store = store;
    this.ids = ids;
    this.rejoin = new Rejoin(ids);
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
              joined.orElseGet(
                  () ->
                      new OutboxEntry(
                          mutation, stamp, OptionalLong.empty(), mayHaveLeft(tx, change)));
          if (joined.isPresent()) {
            tx.newestPending().ifPresent(tx::drop);
          }
          boolean again = change instanceof Change.Create && tx.image(change.target()).isPresent();
          keepImages(tx, change.touches());
          tx.keepPending(entry);
          if (joined.isPresent() || again || change instanceof Change.Restore) {
            // two edits in one have one time, a row that comes back has its maker and its age, and
            // one that was removed here is not made by being made again
            PageReader.refold(tx, change.touches());
          } else {
            Set<RowKey> named = change.touches();
            for (RowChange row : result.rows()) {
              if (named.contains(row.key())) { // nothing would bring back what others show
                tx.show(row.key(), row.after().map(doc -> doc.synced()));
              }
            }
          }
          return entry.mutation().id();
        });
  }

  /// Whether this letter waits already for the word of a server that may have sent it and lost it.
  /// Where the first sending is not shown, because what it refers to is gone, nobody can know.
  private static boolean mayHaveLeft(ClientTx tx, Change change) {
    return change instanceof EmailCommand.Send
        && tx.pendingOn(Set.of(change.target())).stream().anyMatch(OutboxEntry::replay);
  }

  /// The prospect that an id stands for on this client.
  public static UUID survivor(ClientTx tx, UUID prospect) {
    return Survivor.of(RowView.visible(tx), prospect);
  }

  /// Takes back a change that has not left this machine, as if it had never been made.
  public Discard.Answer discard(UUID mutation) {
    return store.write(tx -> Discard.of(tx, mutation));
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
        .filter(
            newest ->
                !newest.sealed()
                    && !newest.replay()
                    && !(newest.mutation().change() instanceof Command))
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
          if (behind) {
            behind = false;
            sent = Sent.NOTHING;
            Rejoin.markSealed(tx);
          }
          if (!device.id().equals(sent.device()) || sent.place().seq() < device.acked().seq()) {
            // after a start or a rejoin, or when a pull confirmed what a lost answer would have
            sent = new Sent(device.id(), device.acked());
          }
          ChainPosition after = sent.place();
          List<PushRequest.Item> items = new ArrayList<>();
          long next = device.nextSeq();
          int bytes = 0;
          for (OutboxEntry entry : tx.pendingAfter(after.seq(), most)) {
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
                    Codec.write(sealed.mutation().change()),
                    sealed.replay()));
          }
          if (items.isEmpty()) {
            return Optional.empty();
          }
          tx.keepDevice(new ClientTx.Device(device.id(), next, device.acked()));
          last = items.size();
          return Optional.of(new PushRequest(tx.epoch(), device.id(), after, cursors(tx), items));
        });
  }

  /// Takes up the server's word on a push. A lost answer needs no call: the next push is refused
  /// with the place the server is at.
  public void onPushReply(PushReply reply) {
    switch (reply) {
      case PushReply.Through(ChainPosition reached) -> {
        sent = new Sent(sent.device(), reached);
        most = Math.min(PushRequest.MOST, 2 * most);
      }
      case PushReply.Broken(ChainPosition last) -> {
        boolean lost = last.seq() < sent.place().seq();
        boolean ours =
            store.write(
                tx -> {
                  if (lost) {
                    Rejoin.markSealed(tx);
                  }
                  boolean known = knows(tx, last);
                  if (!known) {
                    rejoin.asCopy(tx);
                  }
                  return known;
                });
        if (ours) {
          sent = new Sent(sent.device(), last);
        }
      }
      case PushReply.Objected(Objection objection) -> onObjection(objection);
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

  /// Mends what the server objects to, in one commit, so that the next request can be taken. An
  /// objection that came twice is mended once.
  public void onObjection(Objection objection) {
    store.write(
        tx -> {
          switch (objection) {
            case Objection.NewEpoch news -> {
              if (!tx.epoch().equals(Optional.of(news.epoch()))) {
                rejoin.into(tx, news);
                behind = true;
              }
            }
            case Objection.BadCursor(Set<StreamKind> streams) -> streams.forEach(tx::forgetCursor);
          }
          return true;
        });
  }

  /// What to ask the server for.
  public PullRequest pullRequest(int waitSeconds) {
    promised = sent;
    return store.read(
        tx -> {
          ClientTx.Device device = tx.device();
          return new PullRequest(
              tx.epoch(), device.id(), cursors(tx), device.acked().seq(), waitSeconds);
        });
  }

  private static Map<StreamKind, Cursor> cursors(ClientTx tx) {
    Map<StreamKind, Cursor> cursors = new EnumMap<>(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      tx.cursor(stream).ifPresent(cursor -> cursors.put(stream, cursor));
    }
    return cursors;
  }

  /// Takes up one page of the server's answer, with its cursors and confirmations, in one commit.
  /// One of a life of the database that is over is passed over: its cursors would lead nowhere.
  ///
  /// @return the rows that look different now
  public List<RowKey> onPage(PullPage page) {
    return store.write(
        tx -> {
          Optional<UUID> epoch = tx.epoch();
          if (epoch.isPresent() && page.epoch().isPresent() && !epoch.equals(page.epoch())) {
            return List.of();
          }
          if (epoch.isEmpty()) {
            page.epoch().ifPresent(tx::keepEpoch);
          }
          Optional<ChainPosition> acked = page.end().acked();
          if (acked.filter(last -> isForeign(tx, last)).isPresent()) {
            // confirming it would drop edits here that only share its numbers
            rejoin.asCopy(tx);
            acked = Optional.empty();
          }
          Sent had = promised;
          if (tx.device().id().equals(had.device())
              && acked.filter(last -> last.seq() < had.place().seq()).isPresent()) {
            behind = true;
          }
          return pages.take(tx, page, acked);
        });
  }

  /// Whether the chain of this device goes on with mutations that are not from here.
  private static boolean isForeign(ClientTx tx, ChainPosition last) {
    return last.seq() > tx.device().acked().seq() && !knows(tx, last);
  }

  /// Whether the server has lost what it had taken: it is pushed again.
  public boolean isBehind() {
    return behind;
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
