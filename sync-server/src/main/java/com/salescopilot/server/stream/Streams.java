package com.salescopilot.server.stream;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.server.PullStart;
import com.salescopilot.model.server.ServerCore;
import com.salescopilot.model.server.Standing;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Body;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one way to change shared data. A change locks its streams, is judged by the rules, and
/// commits with its rows, tombstones, conflicts, log entry and events; then those who wait are
/// told.
public final class Streams {
  private static final System.Logger LOG = System.getLogger(Streams.class.getName());
  private final Statements statements = Statements.load(Streams.class);
  private final Statements storeStatements = Statements.load(PgStore.class);
  private final Statements pullStatements = Statements.load(PgPullSource.class);
  private final Database database;
  private final RowTables tables;
  private final List<CommitHook> hooks;
  private final CursorTags tags;
  private final Heads heads;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final ServerCore core;
  private final Turns turns = new Turns(PATIENCE);

  /// How long a writer waits for its turn before it is told to come again.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  public Streams(
      Database database,
      RowTables tables,
      List<CommitHook> hooks,
      CursorTags tags,
      Heads heads,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.database = database;
    this.tables = tables;
    this.hooks = List.copyOf(hooks);
    this.tags = tags;
    this.heads = heads;
    this.ids = ids;
    this.clock = clock;
    this.core = new ServerCore(ids);
  }

  /// Makes changes, all or nothing.
  ///
  /// @throws com.salescopilot.model.server.RefusedException if the rules refuse one
  public List<Result> write(Scope scope, Actor actor, List<Change> changes) {
    return write(scope, actor, _ -> changes);
  }

  /// Makes the changes that a look at the locked rows leads to, all or nothing.
  ///
  /// @param changes called with the streams locked, so what it reads stays true
  /// @throws com.salescopilot.model.server.RefusedException if the rules refuse one
  public List<Result> write(Scope scope, Actor actor, Function<Tx, List<Change>> changes) {
    return inTurn(
        scope,
        tx -> {
          PgStore store = store(tx, scope, clock.instant());
          store.lock();
          return apply(store, tx, scope, actor, changes.apply(tx));
        });
  }

  /// The same for changes that bring their ids, by which a repeat can be told in the log.
  ///
  /// @param mutations called with the streams locked; finding none to make is no error
  /// @throws com.salescopilot.model.server.RefusedException if the rules refuse one
  public List<Result> writeKnown(Scope scope, Actor actor, Function<Tx, List<Mutation>> mutations) {
    return inTurn(
        scope,
        tx -> {
          PgStore store = store(tx, scope, clock.instant());
          store.lock();
          List<Mutation> all = mutations.apply(tx);
          store.prefetch(Foresight.of(all.stream().map(Mutation::change).toList()));
          return core.writeAll(store, new TxHooks(hooks, tx, scope), actor, all, clock.instant());
        });
  }

  /// Runs a writing transaction when the workspace is free, and tells those who wait for news.
  private <T> T inTurn(Scope scope, Body<T> body) {
    T result = turns.take(scope.workspace(), () -> database.inWorkspace(scope, body));
    heads.moved(scope.workspace());
    return result;
  }

  /// Makes changes inside a transaction that already has this scope; the workspace's turn lasts
  /// until the transaction ends. The caller tells those who wait ([Heads#moved]) once it has
  /// committed. A transaction that goes through several workspaces does so in the order of their
  /// ids.
  ///
  /// @throws com.salescopilot.model.server.RefusedException if the rules refuse one
  public List<Result> writeWithin(Tx tx, Scope scope, Actor actor, List<Change> changes) {
    return writeWithin(tx, scope, actor, _ -> changes);
  }

  /// The same for changes that a look at the locked rows leads to. What else the transaction writes
  /// about them, it writes there: a row that is held while waiting for the streams is one that
  /// their holder may need.
  public List<Result> writeWithin(
      Tx tx, Scope scope, Actor actor, Function<Tx, List<Change>> changes) {
    tx.atEnd(turns.begin(scope.workspace()));
    PgStore store = store(tx, scope, clock.instant());
    store.lock();
    return apply(store, tx, scope, actor, changes.apply(tx));
  }

  private List<Result> apply(PgStore store, Tx tx, Scope scope, Actor actor, List<Change> changes) {
    store.prefetch(Foresight.of(changes));
    return core.write(store, new TxHooks(hooks, tx, scope), actor, changes, clock.instant());
  }

  /// Takes a stretch of a device's chain, in slices that each commit, so that nobody waits for a
  /// long one as a whole.
  ///
  /// @return the place that the chain has reached; short of the end if the server became too busy
  /// @throws ChainBroken if it does not go on where the chain ended
  /// @throws ForeignDevice if the device is somebody else's
  /// @throws HistoryDiffers if the client has read another history
  public ChainPosition push(Scope scope, Actor.Member author, PushRequest request) {
    Slices slices = new Slices(request);
    Instant received = clock.instant();
    do {
      PushRequest slice = slices.next();
      try {
        slices.took(slice(scope, author, slice, received, slices));
      } catch (DbFailure.Unavailable e) {
        if (slices.atStart()) {
          throw e;
        }
        return slices.reached(); // the client goes on from there
      }
    } while (!slices.done());
    return slices.reached();
  }

  private ChainPosition slice(
      Scope scope, Actor.Member author, PushRequest slice, Instant received, Slices slices) {
    try {
      return inTurn(
          scope,
          tx -> {
            long start = System.nanoTime();
            ChainPosition reached = push(tx, scope, author, slice, received);
            slices.held(System.nanoTime() - start);
            return reached;
          });
    } catch (ChainBroken | ForeignDevice | HistoryDiffers | DbFailure.Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a push failed as a whole and is tried one by one", e);
      return oneByOne(scope, author, slice, received);
    }
  }

  /// A mutation that the server fails on must not hold up the ones behind it for ever.
  private ChainPosition oneByOne(
      Scope scope, Actor.Member author, PushRequest request, Instant received) {
    ChainPosition reached = request.after();
    for (PushRequest.Item item : request.mutations()) {
      PushRequest one = request.with(reached, List.of(item));
      try {
        reached = inTurn(scope, tx -> push(tx, scope, author, one, received));
      } catch (ChainBroken | ForeignDevice | HistoryDiffers | DbFailure.Unavailable e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "mutation " + item.id() + " is put aside", e);
        reached = inTurn(scope, tx -> setAside(tx, scope, author, one, received));
      }
    }
    return reached;
  }

  private ChainPosition push(
      Tx tx, Scope scope, Actor.Member author, PushRequest request, Instant received) {
    return onChain(
        tx,
        scope,
        request,
        received,
        (store, edit) -> {
          store.prefetchLog(request.mutations().stream().map(PushRequest.Item::id).toList());
          store.prefetch(Foresight.of(changes(request)));
          TxHooks bound = new TxHooks(hooks, tx, scope);
          return core.push(store, bound, author, request.mutations(), edit, received);
        });
  }

  private ChainPosition setAside(
      Tx tx, Scope scope, Actor.Member author, PushRequest one, Instant received) {
    return onChain(
        tx,
        scope,
        one,
        received,
        (store, edit) -> core.setAside(store, author, one.mutations().getFirst(), edit, received));
  }

  /// What is done to a device's chain once it is locked and known to go on from the right place;
  /// answers the device's newest edit.
  private interface ChainWork {
    Instant run(PgStore store, Instant lastEdit);
  }

  private ChainPosition onChain(
      Tx tx, Scope scope, PushRequest request, Instant now, ChainWork work) {
    PgStore store = store(tx, scope, now);
    store.lock(request.cursors());
    check(store.standing(request.epoch(), request.cursors(), tags), request.epoch(), store.epoch());
    Chain chain = chain(tx, scope, request.device(), now);
    if (!chain.owner().equals(scope.user())) {
      throw new ForeignDevice();
    }
    if (!chain.last().equals(request.after())) {
      throw new ChainBroken(chain.last());
    }
    Instant lastEdit = work.run(store, chain.edit());
    ChainPosition reached = ServerCore.after(request);
    tx.later(
        statements.get("moveChain"),
        Args.of("ws", scope.workspace())
            .and("device", request.device())
            .and("seq", reached.seq())
            .and("id", reached.id())
            .and("edit", lastEdit)
            .and("at", now));
    return reached;
  }

  private static void check(Standing standing, Optional<UUID> known, Optional<UUID> current) {
    if (!(standing instanceof Standing.Good)) {
      throw new HistoryDiffers(standing, known, current);
    }
  }

  /// The first page of what is new for a device, from a snapshot of its own.
  ///
  /// @throws HistoryDiffers if the client has read another history
  public FirstPage pull(Scope scope, PullRequest request) {
    Map<StreamKind, Long> revs = new EnumMap<>(StreamKind.class);
    Map<StreamKind, Long> vouched = new EnumMap<>(StreamKind.class);
    request
        .cursors()
        .forEach(
            (stream, cursor) -> {
              revs.put(stream, cursor.rev());
              vouched.put(stream, CursorTags.vouched(cursor));
            });
    return database.snapshot(
        scope,
        tx -> {
          PgPullSource source = source(tx, scope, request.device(), vouched);
          check(
              source.standing(request.epoch(), request.cursors()), request.epoch(), source.epoch());
          PullStart start = PullStart.of(revs, source::floor);
          return new FirstPage(source.epoch(), start, PullPages.next(source, start.cursors()));
        });
  }

  /// The page after another one of the same answer, from a snapshot of its own.
  ///
  /// @param first how the answer began
  /// @param revs what it has shown
  /// @return empty if the answer cannot go on: what it would show next has been forgotten meanwhile
  public Optional<PullPages.Page> pullOn(
      Scope scope, UUID device, Map<StreamKind, Long> revs, FirstPage first) {
    return database.snapshot(
        scope,
        tx -> {
          PgPullSource source = source(tx, scope, device, Map.of());
          return source.epoch().equals(first.epoch()) && first.start().holds(revs, source::floor)
              ? Optional.of(PullPages.next(source, revs))
              : Optional.empty();
        });
  }

  private PgPullSource source(Tx tx, Scope scope, UUID device, Map<StreamKind, Long> vouched) {
    return new PgPullSource(tx, scope, device, tables, pullStatements, tags, vouched);
  }

  /// How an answer begins.
  ///
  /// @param epoch the life of the database that it is read from
  /// @param start where it begins
  public record FirstPage(Optional<UUID> epoch, PullStart start, PullPages.Page page) {
    /// The streams that it reads from the beginning.
    public Set<StreamKind> full() {
      return start.full();
    }
  }

  private Chain chain(Tx tx, Scope scope, UUID device, Instant now) {
    Args key = Args.of("ws", scope.workspace()).and("device", device);
    Optional<Chain> known =
        tx.maybe(
            statements.get("device"),
            key,
            row ->
                new Chain(
                    new UserId(row.uuid("user_id")),
                    row.uuidMaybe("last_id")
                        .map(id -> new ChainPosition(row.whole("last_seq"), id))
                        .orElse(ChainPosition.START),
                    row.instantMaybe("last_edit").orElse(Instant.EPOCH)));
    if (known.isPresent()) {
      return known.get();
    }
    tx.exec(statements.get("addDevice"), key.and("user", scope.user()).and("at", now));
    return new Chain(scope.user(), ChainPosition.START, Instant.EPOCH);
  }

  private PgStore store(Tx tx, Scope scope, Instant now) {
    return new PgStore(tx, scope, tables, storeStatements, ids, now);
  }

  /// The changes that can be read; the others are refused one by one when their turn comes.
  private static List<Change> changes(PushRequest request) {
    List<Change> changes = new ArrayList<>();
    for (PushRequest.Item item : request.mutations()) {
      try {
        changes.add(Codec.read(item.change()));
      } catch (CodecException _) {
        // told to its author by the core
      }
    }
    return changes;
  }

  /// What is known of a device's chain.
  private record Chain(UserId owner, ChainPosition last, Instant edit) {}
}
