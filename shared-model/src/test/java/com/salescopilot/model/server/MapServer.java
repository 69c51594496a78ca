package com.salescopilot.model.server;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A workspace's server on maps: the real core over the simplest store there is. Its database can
/// be copied, and set back to a copy.
public final class MapServer {
  private static final UUID WORKSPACE = new UUID(7, 7);

  private final Map<RowKey, Doc> rows = new TreeMap<>();
  private final Map<RowKey, Grave> graves = new TreeMap<>();
  private final Map<RowKey, UserId> owners = new HashMap<>();
  private final Map<Optional<UserId>, Long> heads = new HashMap<>();
  private final Map<UUID, ChainPosition> chains = new HashMap<>();
  private final Map<UUID, Instant> lastEdits = new HashMap<>();
  private final List<LogEntry> log = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final Map<Optional<UserId>, NavigableMap<Long, Integer>> witnesses = new HashMap<>();
  private final CursorTags tags = new CursorTags(List.of(new byte[32]));
  private final Supplier<UUID> ids;
  private final ServerCore core;
  private final Set<UUID> over = new HashSet<>();
  private UUID epoch = UUID.nameUUIDFromBytes(new byte[] {1});
  private Instant restoredTo = Instant.EPOCH;
  private boolean sendsHeld;

  public MapServer(Supplier<UUID> ids) {
    this.ids = ids;
    core = new ServerCore(ids);
  }

  /// The database as it is now.
  public MapServer backup() {
    MapServer copy = new MapServer(ids);
    copy.setBackTo(this);
    return copy;
  }

  /// Puts a copy of the database in the place of what there is, and says nothing to anybody.
  public void setBackTo(MapServer backup) {
    rows.clear();
    rows.putAll(backup.rows);
    graves.clear();
    graves.putAll(backup.graves);
    owners.clear();
    owners.putAll(backup.owners);
    heads.clear();
    heads.putAll(backup.heads);
    chains.clear();
    chains.putAll(backup.chains);
    lastEdits.clear();
    lastEdits.putAll(backup.lastEdits);
    log.clear();
    log.addAll(backup.log);
    events.clear();
    events.addAll(backup.events);
    witnesses.clear();
    backup.witnesses.forEach((stream, revs) -> witnesses.put(stream, new TreeMap<>(revs)));
    over.clear();
    over.addAll(backup.over);
    epoch = backup.epoch;
    sendsHeld = backup.sendsHeld;
  }

  /// The person who runs it says that mails may leave again.
  public void releaseSends() {
    sendsHeld = false;
  }

  /// What the server objects to in a client's request as a whole.
  public Optional<Objection> objection(
      UserId user, Optional<UUID> known, Map<StreamKind, Cursor> cursors) {
    return switch (Standing.of(
        known, Optional.of(epoch), over::contains, cursors, (s, c) -> judge(user, s, c))) {
      case Standing.Good _ -> Optional.empty();
      case Standing.Forged(Set<StreamKind> streams) ->
          Optional.of(new Objection.BadCursor(streams));
      case Standing.Before(Set<StreamKind> lost) ->
          Optional.of(new Objection.NewEpoch(epoch, Optional.of(restoredTo), lost));
      case Standing.Proof(Set<StreamKind> lost) -> {
        known.ifPresent(over::add);
        begin(newest());
        yield Optional.of(new Objection.NewEpoch(epoch, Optional.of(restoredTo), lost));
      }
    };
  }

  /// Begins the next life: whatever may have left already is held back.
  public void begin(Instant now) {
    over.add(epoch);
    epoch = ids.get();
    restoredTo = newest();
    sendsHeld = true;
    List<Change> frozen = new ArrayList<>();
    for (RowKey key : rows.keySet()) {
      if (key.entity() == Entity.EMAIL) {
        frozen.add(new EmailCommand.Freeze(key.id()));
      }
    }
    write(new Actor.Internal("epoch"), now, frozen.toArray(Change[]::new));
  }

  private Instant newest() {
    return log.isEmpty() ? Instant.EPOCH : log.getLast().stamp().now();
  }

  private Standing.Of judge(UserId user, StreamKind kind, Cursor cursor) {
    return tags.judge(
        WORKSPACE,
        owner(kind, user),
        cursor,
        heads.getOrDefault(stream(kind, user), 0L),
        0,
        witness(stream(kind, user), CursorTags.vouched(cursor)));
  }

  private OptionalInt witness(Optional<UserId> stream, long rev) {
    Map.Entry<Long, Integer> commit =
        witnesses.getOrDefault(stream, new TreeMap<>()).ceilingEntry(rev);
    return commit == null ? OptionalInt.empty() : OptionalInt.of(commit.getValue());
  }

  private static UUID owner(StreamKind kind, UserId user) {
    return kind == StreamKind.WS ? WORKSPACE : user.value();
  }

  /// All rows of the workspace, and those of one person.
  public Map<RowKey, Doc> rows(UserId user) {
    Map<RowKey, Doc> visible = new TreeMap<>(rows);
    visible.keySet().removeIf(key -> !maySee(key, user));
    return visible;
  }

  public UUID epoch() {
    return epoch;
  }

  public List<LogEntry> log() {
    return log;
  }

  public List<DomainEvent> events() {
    return events;
  }

  public PushReply push(Actor.Member author, PushRequest request, Instant now) {
    Optional<Objection> objection = objection(author.user(), request.epoch(), request.cursors());
    if (objection.isPresent()) {
      return new PushReply.Objected(objection.get());
    }
    ChainPosition last = chains.getOrDefault(request.device(), ChainPosition.START);
    if (!last.equals(request.after())) {
      return new PushReply.Broken(last);
    }
    Instant edit = lastEdits.getOrDefault(request.device(), Instant.EPOCH);
    lastEdits.put(
        request.device(),
        core.push(new Store(author.user()), Hooks.NONE, author, request.mutations(), edit, now));
    ChainPosition reached = ServerCore.after(request);
    chains.put(request.device(), reached);
    return new PushReply.Through(reached);
  }

  public List<Result> write(Actor actor, Instant now, Change... changes) {
    UserId user = actor instanceof Actor.Member member ? member.user() : new UserId(new UUID(0, 0));
    return core.write(new Store(user), Hooks.NONE, actor, List.of(changes), now);
  }

  public PullPages.Page pull(UserId user, UUID device, Map<StreamKind, Cursor> read) {
    Map<StreamKind, Long> cursors = new TreeMap<>();
    read.forEach((stream, cursor) -> cursors.put(stream, cursor.rev()));
    return PullPages.next(new Source(user, device), cursors);
  }

  private boolean maySee(RowKey key, UserId user) {
    return key.entity().stream() == StreamKind.WS || user.equals(owners.get(key));
  }

  private static Optional<UserId> stream(StreamKind kind, UserId user) {
    return kind == StreamKind.WS ? Optional.empty() : Optional.of(user);
  }

  private final class Store implements ServerStore {
    private final UserId user;
    private final Map<Optional<UserId>, Long> revs = new HashMap<>();

    private Store(UserId user) {
      this.user = user;
    }

    @Override
    public Optional<Doc> row(RowKey key) {
      return maySee(key, user) ? Optional.ofNullable(rows.get(key)) : Optional.empty();
    }

    @Override
    public Optional<Grave> grave(RowKey key) {
      return Optional.ofNullable(graves.get(key));
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key, String field) {
      return newest(key, entry -> entry.wrote(key, field));
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key) {
      return newest(key, entry -> true);
    }

    private Optional<FieldWrite> newest(RowKey key, Predicate<LogEntry> which) {
      return log.reversed().stream()
          .filter(
              entry ->
                  entry.target().map(RowKey::id).equals(Optional.of(key.id()))
                      || entry.also().contains(key.id()))
          .filter(
              entry ->
                  entry.outcome() instanceof Outcome.Applied
                      || entry.outcome() instanceof Outcome.Merged)
          .filter(which)
          .findFirst()
          .map(e -> new FieldWrite(e.id(), e.stamp().actor(), e.stamp().editedAt()));
    }

    @Override
    public Optional<UUID> find(NaturalKey key) {
      return rows.values().stream()
          .filter(row -> NaturalKey.of(row).equals(Optional.of(key)))
          .map(Doc::id)
          .findFirst();
    }

    @Override
    public Optional<Known> logged(UUID mutation) {
      return log.stream()
          .filter(entry -> entry.id().equals(mutation))
          .findFirst()
          .map(entry -> new Known(entry.hash()));
    }

    @Override
    public void write(List<StoredRow> written) {
      for (StoredRow row : written) {
        StreamKind kind = row.key().entity().stream();
        Optional<UserId> stream = stream(kind, row.owner().orElse(user));
        long rev = revs.computeIfAbsent(stream, s -> heads.getOrDefault(s, 0L) + 1);
        heads.put(stream, rev);
        row.owner().ifPresent(owner -> owners.put(row.key(), owner));
        if (row.after().isPresent()) {
          rows.put(row.key(), row.after().get().at(rev));
          graves.remove(row.key());
        } else {
          rows.remove(row.key());
          graves.put(row.key(), new Grave(row.key(), rev, row.before()));
        }
      }
    }

    @Override
    public boolean sendsHeld() {
      return sendsHeld;
    }

    @Override
    public void append(List<LogEntry> entries, List<DomainEvent> told) {
      revs.forEach(
          (stream, rev) ->
              witnesses
                  .computeIfAbsent(stream, s -> new TreeMap<>())
                  .put(rev, (int) ids.get().getLeastSignificantBits()));
      log.addAll(entries);
      events.addAll(told);
    }
  }

  private final class Source implements PullSource {
    private final UserId user;
    private final UUID device;

    private Source(UserId user, UUID device) {
      this.user = user;
      this.device = device;
    }

    @Override
    public long head(StreamKind kind) {
      return heads.getOrDefault(stream(kind, user), 0L);
    }

    @Override
    public Cursor cursor(StreamKind kind, long rev) {
      long head = head(kind);
      int nonce = witness(stream(kind, user), head).orElse(0);
      return tags.cursor(WORKSPACE, owner(kind, user), rev, head, nonce);
    }

    @Override
    public List<Doc> rows(Entity entity, long afterRev, int most) {
      return rows.values().stream()
          .filter(row -> row.entity() == entity && row.rev() > afterRev)
          .filter(row -> maySee(row.key(), user))
          .map(Doc::synced)
          .sorted(Comparator.comparingLong(Doc::rev).thenComparing(row -> row.id().toString()))
          .limit(most)
          .toList();
    }

    @Override
    public List<PullLine.Gone> removals(StreamKind kind, long afterRev, int most) {
      return graves.values().stream()
          .filter(grave -> grave.key().entity().stream() == kind && grave.rev() > afterRev)
          .filter(grave -> maySee(grave.key(), user))
          .sorted(Comparator.comparingLong(Grave::rev))
          .limit(most)
          .map(grave -> new PullLine.Gone(grave.key(), grave.rev()))
          .toList();
    }

    @Override
    public ChainPosition chain() {
      return chains.getOrDefault(device, ChainPosition.START);
    }
  }
}
