package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sim.Point.Step;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The tables of one workspace as committed, and the lock of its streams. All server processes
/// share it, as they share a database.
final class Space {
  final UUID id;

  /// Stands in every text of this workspace and in no other's.
  final String canary;

  final Map<RowKey, Doc> rows = new LinkedHashMap<>();

  /// The same as clients see them.
  final Map<RowKey, Doc> synced = new LinkedHashMap<>();

  final Map<RowKey, Grave> graves = new LinkedHashMap<>();
  final Map<RowKey, UserId> owners = new HashMap<>();
  final Map<UUID, Chain> chains = new HashMap<>();

  /// Who is a member no more, since which length of the log.
  final Map<UserId, Integer> removed = new HashMap<>();

  final List<LogEntry> log = new ArrayList<>();
  final Map<UUID, LogEntry> logged = new HashMap<>();
  final Map<UUID, List<LogEntry>> about = new HashMap<>();
  final Map<NaturalKey, RowKey> holders = new HashMap<>();

  /// The queue's side of each mail that a worker took up.
  final Map<UUID, Claim> claims = new LinkedHashMap<>();

  /// The tombstones that were collected, by the length of the log at that time.
  final NavigableMap<Integer, List<RowKey>> collected = new TreeMap<>();

  final History history = new History();

  private final Map<UUID, Stream> streams = new HashMap<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean locked;

  Space(UUID id, String canary) {
    this.id = id;
    this.canary = canary;
  }

  /// A device's chain.
  record Chain(ChainPosition last, Instant edit) {
    static final Chain START = new Chain(ChainPosition.START, Instant.EPOCH);
  }

  /// A worker has taken a mail up.
  ///
  /// @param left whether the last dot went out
  record Claim(int worker, boolean left) {}

  /// One stream: its counter, below which revs it lacks tombstones, what changed at each rev, and a
  /// sum over its rows by which a reader's rows are compared.
  static final class Stream {
    long head;
    long floor;
    long given;
    long sum;
    final NavigableMap<Long, List<RowKey>> changes = new TreeMap<>();

    /// The nonce of the commit that gave a rev out: by it this history is told from another.
    final NavigableMap<Long, Integer> witnesses = new TreeMap<>();

    Stream copy() {
      Stream copy = new Stream();
      copy.head = head;
      copy.floor = floor;
      copy.given = given;
      copy.sum = sum;
      changes.forEach((rev, keys) -> copy.changes.put(rev, new ArrayList<>(keys)));
      copy.witnesses.putAll(witnesses);
      return copy;
    }
  }

  /// The database as it is now.
  Space copy() {
    Space copy = new Space(id, canary);
    copy.takeTables(this);
    return copy;
  }

  /// Puts a copy in the place of what there is. Who was removed is removed again.
  void setBackTo(Space backup) {
    takeTables(backup);
    removed.replaceAll((user, since) -> Math.min(since, log.size()));
    history.life++;
  }

  private void takeTables(Space other) {
    replace(rows, other.rows);
    replace(synced, other.synced);
    replace(graves, other.graves);
    replace(owners, other.owners);
    replace(chains, other.chains);
    log.clear();
    log.addAll(other.log);
    replace(logged, other.logged);
    about.clear();
    other.about.forEach((row, entries) -> about.put(row, new ArrayList<>(entries)));
    replace(holders, other.holders);
    replace(claims, other.claims);
    collected.clear();
    other.collected.forEach((at, keys) -> collected.put(at, new ArrayList<>(keys)));
    streams.clear();
    other.streams.forEach((owner, stream) -> streams.put(owner, stream.copy()));
    history.take(other.history);
  }

  private static <K, V> void replace(Map<K, V> all, Map<K, V> by) {
    all.clear();
    all.putAll(by);
  }

  Stream stream(UUID owner) {
    return streams.computeIfAbsent(owner, o -> new Stream());
  }

  /// Who a stream belongs to: the workspace, or one of its people.
  UUID owner(StreamKind kind, UserId user) {
    return kind == StreamKind.WS ? id : user.value();
  }

  boolean maySee(RowKey key, UserId user) {
    return key.entity().stream() == StreamKind.WS || user.equals(owners.get(key));
  }

  /// The keys of an entity's rows.
  List<RowKey> keys(Entity entity) {
    List<RowKey> keys = new ArrayList<>();
    for (RowKey key : rows.keySet()) {
      if (key.entity() == entity) {
        keys.add(key);
      }
    }
    return keys;
  }

  boolean isLocked() {
    return locked;
  }

  /// Runs the work once it has the lock; it must [#unlock] when its transaction has ended.
  void lock(Runnable work) {
    if (locked) {
      waiting.add(work);
    } else {
      locked = true;
      work.run();
    }
  }

  void unlock() {
    Runnable next = waiting.poll();
    if (next == null) {
      locked = false;
    } else {
      next.run();
    }
  }

  /// Writes or removes a row at a rev that its stream has given out.
  void put(RowKey key, UUID owner, Optional<Doc> row, Grave grave) {
    Stream stream = stream(owner);
    Doc before = row.isPresent() ? rows.put(key, row.get()) : rows.remove(key);
    if (before != null) {
      stream.sum ^= mark(key, before.rev());
      NaturalKey.of(before).ifPresent(held -> holders.remove(held, key));
    }
    synced.remove(key);
    if (row.isPresent()) {
      synced.put(key, row.get().synced());
      stream.sum ^= mark(key, row.get().rev());
      NaturalKey.of(row.get()).ifPresent(held -> holders.put(held, key));
      graves.remove(key);
    } else {
      graves.put(key, grave);
    }
    stream.changes.computeIfAbsent(grave.rev(), r -> new ArrayList<>()).add(key);
  }

  void log(LogEntry entry) {
    log.add(entry);
    logged.put(entry.id(), entry);
    entry.target().ifPresent(row -> remember(row.id(), entry));
    entry.also().forEach(row -> remember(row, entry));
  }

  private void remember(UUID row, LogEntry entry) {
    about.computeIfAbsent(row, r -> new ArrayList<>()).add(entry);
  }

  /// Forgets tombstones up to a rev. Whoever has read less must read everything again.
  void collect(UUID owner, long upTo, Bug bug, Stop stop) {
    Stream stream = stream(owner);
    stop.at(Step.LOCKED);
    if (bug != Bug.COLLECTED_BEFORE_FLOOR) {
      stream.floor = Math.max(stream.floor, upTo);
    }
    List<RowKey> gone = new ArrayList<>();
    for (Map.Entry<RowKey, Grave> grave : graves.entrySet()) {
      RowKey key = grave.getKey();
      UUID whose =
          key.entity().stream() == StreamKind.WS
              ? id
              : Optional.ofNullable(owners.get(key)).map(UserId::value).orElse(id);
      if (whose.equals(owner) && grave.getValue().rev() <= upTo) {
        gone.add(key);
      }
    }
    stop.at(Step.DONE);
    stream.witnesses.headMap(stream.floor, false).clear();
    for (RowKey key : gone) {
      graves.remove(key);
      collected.computeIfAbsent(log.size(), l -> new ArrayList<>()).add(key);
      stop.at(Step.ROW);
    }
  }

  /// What a row at a rev adds to the sum of its stream.
  static long mark(RowKey key, long rev) {
    long id = key.id().getMostSignificantBits() * 31 + key.id().getLeastSignificantBits();
    return Dice.mixed(id + rev * 0x9E37_79B9_7F4A_7C15L + key.entity().table().hashCode());
  }
}
