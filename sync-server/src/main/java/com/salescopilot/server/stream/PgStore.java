package com.salescopilot.server.stream;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.ServerStore;
import com.salescopilot.model.server.Standing;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// A workspace's rows in one PostgreSQL transaction whose streams are locked.
final class PgStore implements ServerStore {
  private final Tx tx;
  private final Scope scope;
  private final RowTables tables;
  private final Statements statements;
  private final Supplier<UUID> ids;
  private final Instant now;
  private final RecordWriter records;
  private final ErasedRows erased;
  private final LastWrites writes;
  private final Map<UUID, OpenStream> streams = new HashMap<>();
  private final Map<RowKey, Optional<Doc>> read = new HashMap<>();
  private final Map<RowKey, Optional<Grave>> graves = new HashMap<>();
  private final Map<NaturalKey, Optional<UUID>> holders = new HashMap<>();
  private final Map<UUID, Optional<Known>> log = new HashMap<>();

  PgStore(
      Tx tx,
      Scope scope,
      RowTables tables,
      Statements statements,
      Supplier<UUID> ids,
      Instant now) {
    this.tx = tx;
    this.scope = scope;
    this.tables = tables;
    this.statements = statements;
    this.ids = ids;
    this.now = now;
    this.records = new RecordWriter(ids, now);
    this.writes = new LastWrites(tx, scope, statements);
    this.erased = new ErasedRows(tx, scope, statements, now);
  }

  /// Locks the workspace's stream, then the person's, always in this order.
  void lock() {
    lock(Map.of());
  }

  /// The same, and looks up what these cursors are judged by.
  void lock(Map<StreamKind, Cursor> cursors) {
    List<UUID> owners = new ArrayList<>();
    List<Long> revs = new ArrayList<>();
    for (StreamKind kind : List.of(StreamKind.WS, StreamKind.ME)) {
      Cursor cursor = cursors.get(kind);
      owners.add(RowTables.owner(kind, scope));
      revs.add(cursor == null ? PgPullSource.NOWHERE : CursorTags.vouched(cursor));
    }
    tx.list(
            statements.get("lockStreams"),
            ws().and("owners", owners).and("revs", revs),
            OpenStream::of)
        .forEach(stream -> streams.put(stream.owner(), stream));
    owners.forEach(owner -> streams.putIfAbsent(owner, new OpenStream(owner)));
  }

  /// The life that the database is in.
  Optional<UUID> epoch() {
    return stream(StreamKind.WS).epoch();
  }

  /// How a client with these cursors stands to this history; [#lock] has looked them up.
  Standing standing(Optional<UUID> known, Map<StreamKind, Cursor> cursors, CursorTags tags) {
    return Standing.of(
        known,
        epoch(),
        id -> tx.maybe(statements.get("isOver"), Args.of("id", id), row -> true).isPresent(),
        cursors,
        (kind, cursor) -> {
          OpenStream stream = stream(kind);
          return tags.judge(
              scope.workspace().value(),
              stream.owner(),
              cursor,
              stream.head(),
              stream.floor(),
              stream.nonce());
        });
  }

  private OpenStream stream(StreamKind kind) {
    UUID owner = RowTables.owner(kind, scope);
    return streams.getOrDefault(owner, new OpenStream(owner));
  }

  @Override
  public void reveal(UserId owner, RowKey key) {
    Scope theirs = scope.as(owner);
    Optional<Doc> row =
        owner.equals(scope.user())
            ? tables.find(tx, scope, key.entity(), key.id())
            : tx.within(theirs, inner -> tables.find(inner, theirs, key.entity(), key.id()));
    read.put(key, row);
  }

  @Override
  public void keepOut(RowKey key) {
    erased.keepOut(key);
  }

  @Override
  public boolean wasErased(RowKey key) {
    return erased.contains(key);
  }

  @Override
  public boolean sendsHeld() {
    return stream(StreamKind.WS).sendsHeld();
  }

  /// Reads what will be asked for, one statement a table.
  void prefetch(Foresight ahead) {
    fetch(ahead.rows(), read, this::readRows);
    fetch(
        ahead.graves().stream().filter(key -> row(key).isEmpty()).toList(),
        graves,
        this::readGraves);
    if (!ahead.addresses().isEmpty()) {
      readHolders(ahead.addresses());
    }
    if (!ahead.receivers().isEmpty()) {
      readSuppressed(ahead.receivers());
    }
  }

  /// Reads what is known of mutations that will be asked for.
  void prefetchLog(Collection<UUID> mutations) {
    mutations.forEach(id -> log.putIfAbsent(id, Optional.empty()));
    tx.scan(
        statements.get("logged"),
        ws().and("ids", mutations),
        row -> log.put(row.uuid("id"), Optional.of(new Known(row.text("body_hash")))));
  }

  private interface Reading {
    void of(Entity entity, List<UUID> ids);
  }

  private static <T> void fetch(
      Collection<RowKey> keys, Map<RowKey, Optional<T>> known, Reading reading) {
    Map<Entity, List<UUID>> wanted = new TreeMap<>();
    for (RowKey key : keys) {
      if (known.putIfAbsent(key, Optional.empty()) == null) {
        wanted.computeIfAbsent(key.entity(), _ -> new ArrayList<>()).add(key.id());
      }
    }
    wanted.forEach(reading::of);
  }

  private void readRows(Entity entity, List<UUID> ids) {
    for (Doc row : tables.find(tx, scope, entity, ids)) {
      read.put(row.key(), Optional.of(row));
      if (entity == Entity.PROSPECT) {
        // an address has one holder, so the rules need not ask who holds this one
        row.text("email")
            .map(RowTables::addressKey)
            .map(NaturalKey.ProspectEmail::new)
            .ifPresent(key -> holders.put(key, Optional.of(row.id())));
      }
    }
  }

  private void readGraves(Entity entity, List<UUID> ids) {
    tx.scan(
        statements.get("graves"),
        ws().and("entity", entity.table()).and("ids", ids),
        row -> {
          RowKey key = new RowKey(entity, row.uuid("id"));
          graves.put(
              key,
              Optional.of(
                  new Grave(
                      key,
                      row.whole("rev"),
                      row.textMaybe("doc")
                          .map(doc -> ValueJson.members(ValueJson.object(doc)))
                          .map(fields -> new Doc(entity, key.id(), row.whole("rev"), fields)))));
        });
  }

  private void readHolders(Collection<String> addresses) {
    addresses.forEach(
        email -> holders.putIfAbsent(new NaturalKey.ProspectEmail(email), Optional.empty()));
    tx.scan(
        statements.get("prospectsByKey"),
        ws().and("keys", addresses),
        row ->
            holders.put(
                new NaturalKey.ProspectEmail(row.text("email_key")), Optional.of(row.uuid("id"))));
  }

  private void readSuppressed(Collection<String> addresses) {
    addresses.forEach(key -> holders.putIfAbsent(new NaturalKey.Suppressed(key), Optional.empty()));
    tx.scan(
        statements.get("suppressed"),
        ws().and("keys", addresses),
        row ->
            holders.put(
                new NaturalKey.Suppressed(row.text("address_key")), Optional.of(row.uuid("id"))));
  }

  private Optional<UUID> stepAt(NaturalKey.Step step) {
    return tx.maybe(
        statements.get("stepAt"),
        ws().and("campaign", step.campaign())
            .and("position", step.position())
            .and("variant", step.variant()),
        row -> row.uuid("id"));
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    fetch(List.of(key), read, this::readRows);
    return read.getOrDefault(key, Optional.empty());
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    fetch(List.of(key), graves, this::readGraves);
    return graves.getOrDefault(key, Optional.empty());
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    return writes.last(key, field);
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    return writes.last(key);
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    if (!holders.containsKey(key)) {
      switch (key) {
        case NaturalKey.ProspectEmail(String email) -> readHolders(List.of(email));
        case NaturalKey.Suppressed(String address) -> readSuppressed(List.of(address));
        case NaturalKey.Step step -> holders.put(step, stepAt(step));
      }
    }
    return holders.getOrDefault(key, Optional.empty());
  }

  @Override
  public Optional<Known> logged(UUID mutation) {
    if (!log.containsKey(mutation)) {
      prefetchLog(List.of(mutation));
    }
    return log.getOrDefault(mutation, Optional.empty());
  }

  @Override
  public void write(List<StoredRow> rows) {
    Map<Entity, Map<UserId, List<StoredRow>>> groups = new TreeMap<>();
    for (StoredRow row : rows) {
      groups
          .computeIfAbsent(row.key().entity(), _ -> new HashMap<>())
          .computeIfAbsent(row.owner().orElse(scope.user()), _ -> new ArrayList<>())
          .add(row);
    }
    groups.forEach(
        (entity, owners) ->
            owners.forEach((owner, group) -> write(entity, scope.as(owner), group)));
    for (StoredRow row : rows) {
      read.remove(row.key());
      graves.remove(row.key());
      if (row.before().or(row::after).flatMap(NaturalKey::of).isPresent()) {
        holders.clear();
      }
    }
  }

  private void write(Entity entity, Scope owner, List<StoredRow> group) {
    if (owner.equals(scope) || entity.stream() == StreamKind.WS) {
      write(tx, entity, owner, group);
    } else {
      tx.within(
          owner,
          inner -> {
            write(inner, entity, owner, group);
            return true;
          });
    }
  }

  private void write(Tx inner, Entity entity, Scope owner, List<StoredRow> group) {
    OpenStream stream = open(owner, entity.stream());
    List<Doc> saved = new ArrayList<>();
    List<Grave> buried = new ArrayList<>();
    List<UUID> appeared = new ArrayList<>();
    for (StoredRow row : group) {
      long rev = stream.nextRev();
      row.after()
          .ifPresentOrElse(
              doc -> saved.add(doc.at(rev)),
              () -> buried.add(new Grave(row.key(), rev, row.before())));
      if (row.before().isEmpty() && row.after().isPresent()) {
        appeared.add(row.key().id());
      }
    }
    if (!buried.isEmpty()) {
      // first: what a row held, such as its address, may be another's in this very commit
      List<UUID> ids = buried.stream().map(grave -> grave.key().id()).toList();
      tables.delete(inner, owner, entity, ids);
    }
    if (!saved.isEmpty()) {
      tables.save(inner, owner, entity, saved);
    }
    if (!appeared.isEmpty()) {
      inner.later(
          statements.get("unbury"), ws().and("entity", entity.table()).and("ids", appeared));
    }
    if (!buried.isEmpty()) {
      inner.later(
          statements.get("bury"),
          ws().and("owner", RowTables.owner(entity.stream(), owner))
              .and("by", Optional.of(scope.user()))
              .and("at", now)
              .and("graves", records.graves(buried)));
    }
  }

  @Override
  public void append(List<LogEntry> log, List<DomainEvent> events) {
    if (!log.isEmpty()) {
      long rev = streams.values().stream().mapToLong(OpenStream::head).max().orElse(0);
      tx.later(statements.get("log"), ws().and("entries", records.log(log, rev)));
    }
    if (!events.isEmpty()) {
      tx.later(statements.get("event"), ws().and("events", records.events(events)));
    }
    List<OpenStream> moved = streams.values().stream().filter(OpenStream::moved).toList();
    if (!moved.isEmpty()) {
      Args heads =
          ws().and("owners", moved.stream().map(OpenStream::owner).toList())
              .and("heads", moved.stream().map(OpenStream::head).toList());
      tx.later(statements.get("moveHeads"), heads);
      int nonce = (int) ids.get().getLeastSignificantBits();
      tx.later(statements.get("witness"), heads.and("nonce", nonce).and("at", now));
    }
  }

  private OpenStream open(Scope owner, StreamKind kind) {
    UUID id = RowTables.owner(kind, owner);
    OpenStream open = streams.get(id);
    if (open == null) {
      open =
          tx.maybe(
                  statements.get("lockStreams"),
                  ws().and("owners", List.of(id)).and("revs", List.of(PgPullSource.NOWHERE)),
                  OpenStream::of)
              .orElseGet(() -> new OpenStream(id));
      streams.put(id, open);
    }
    return open;
  }

  private Args ws() {
    return Args.of("ws", scope.workspace());
  }
}
