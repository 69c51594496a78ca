package com.salescopilot.server.stream;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.ServerStore;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
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
  private final Instant now;
  private final RecordWriter records;
  private final Map<UUID, OpenStream> streams = new HashMap<>();
  private final Map<RowKey, Optional<Doc>> read = new HashMap<>();

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
    this.now = now;
    this.records = new RecordWriter(ids, now);
  }

  /// Locks the workspace's stream, then the person's, always in this order.
  void lock() {
    open(scope, StreamKind.WS);
    open(scope, StreamKind.ME);
  }

  /// Reads rows that will be asked for, one statement an entity.
  void prefetch(Collection<RowKey> keys) {
    Map<Entity, List<UUID>> wanted = new TreeMap<>();
    for (RowKey key : keys) {
      if (read.putIfAbsent(key, Optional.empty()) == null) {
        wanted.computeIfAbsent(key.entity(), _ -> new ArrayList<>()).add(key.id());
      }
    }
    wanted.forEach(
        (entity, ids) ->
            tables
                .find(tx, scope, entity, ids)
                .forEach(row -> read.put(row.key(), Optional.of(row))));
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    return read.computeIfAbsent(key, k -> tables.find(tx, scope, k.entity(), k.id()));
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    return tx.maybe(
        statements.get("grave"),
        ws().and("entity", key.entity().table()).and("id", key.id()),
        row ->
            new Grave(
                key,
                row.whole("rev"),
                row.textMaybe("doc")
                    .map(doc -> ValueJson.members(ValueJson.object(doc)))
                    .map(fields -> new Doc(key.entity(), key.id(), row.whole("rev"), fields))));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    return tx.maybe(
        statements.get("lastFieldWrite"),
        ws().and("id", key.id()).and("field", field),
        PgStore::write);
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    return tx.maybe(statements.get("lastWrite"), ws().and("id", key.id()), PgStore::write);
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    return switch (key) {
      case NaturalKey.ProspectEmail(String email) ->
          tx.maybe(statements.get("prospectByKey"), ws().and("key", email), row -> row.uuid("id"));
    };
  }

  @Override
  public Optional<Known> logged(UUID mutation) {
    return tx.maybe(
        statements.get("logged"),
        ws().and("id", mutation),
        row -> new Known(row.text("body_hash")));
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
    rows.forEach(row -> read.remove(row.key()));
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
    List<Grave> graves = new ArrayList<>();
    for (StoredRow row : group) {
      long rev = stream.nextRev();
      row.after()
          .ifPresentOrElse(
              doc -> saved.add(doc.at(rev)),
              () -> graves.add(new Grave(row.key(), rev, row.before())));
    }
    if (!saved.isEmpty()) {
      tables.save(inner, owner, entity, saved);
      inner.exec(
          statements.get("unbury"),
          ws().and("entity", entity.table()).and("ids", saved.stream().map(Doc::id).toList()));
    }
    if (!graves.isEmpty()) {
      List<UUID> ids = graves.stream().map(grave -> grave.key().id()).toList();
      tables.delete(inner, owner, entity, ids);
      inner.exec(
          statements.get("bury"),
          ws().and("owner", RowTables.owner(entity.stream(), owner))
              .and("by", Optional.of(scope.user()))
              .and("at", now)
              .and("graves", records.graves(graves)));
    }
  }

  @Override
  public void append(List<LogEntry> log, List<DomainEvent> events) {
    if (!log.isEmpty()) {
      long rev = streams.values().stream().mapToLong(OpenStream::head).max().orElse(0);
      tx.exec(statements.get("log"), ws().and("entries", records.log(log, rev)));
    }
    if (!events.isEmpty()) {
      tx.exec(statements.get("event"), ws().and("events", records.events(events)));
    }
    for (OpenStream stream : streams.values()) {
      if (stream.moved()) {
        tx.exec(
            statements.get("moveHead"),
            ws().and("owner", stream.owner()).and("head", stream.head()));
      }
    }
  }

  private OpenStream open(Scope owner, StreamKind kind) {
    UUID id = RowTables.owner(kind, owner);
    OpenStream open = streams.get(id);
    if (open == null) {
      open =
          tx.maybe(
                  statements.get("lockStream"),
                  ws().and("owner", id),
                  row -> new OpenStream(id, row.whole("head")))
              .orElseGet(() -> new OpenStream(id, 0));
      streams.put(id, open);
    }
    return open;
  }

  private Args ws() {
    return Args.of("ws", scope.workspace());
  }

  private static FieldWrite write(Row row) {
    Actor by =
        row.uuidMaybe("user_id")
            .<Actor>map(
                user ->
                    new Actor.Member(
                        new UserId(user), Role.USER, row.uuidMaybe("device_id").orElse(NOWHERE)))
            .orElse(new Actor.Internal("server"));
    return new FieldWrite(row.uuid("id"), by, row.instant("edited_at"));
  }

  private static final UUID NOWHERE = new UUID(0, 0);

  /// A stream that this transaction holds, and the revs it gives out: one a commit, and one more
  /// for each thousand rows, so that a rev's rows fit a page.
  private static final class OpenStream {
    private static final int ROWS_A_REV = 1_000;
    private final UUID owner;
    private final long before;
    private long rows;

    OpenStream(UUID owner, long before) {
      this.owner = owner;
      this.before = before;
    }

    UUID owner() {
      return owner;
    }

    long nextRev() {
      rows++;
      return head();
    }

    long head() {
      return rows == 0 ? before : before + 1 + (rows - 1) / ROWS_A_REV;
    }

    boolean moved() {
      return rows > 0;
    }
  }
}
