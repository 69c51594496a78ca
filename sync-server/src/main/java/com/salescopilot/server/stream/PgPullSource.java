package com.salescopilot.server.stream;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.model.server.PullSource;
import com.salescopilot.model.server.Standing;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// One snapshot of PostgreSQL, as one person on one device reads it.
final class PgPullSource implements PullSource {
  private final Tx tx;
  private final Scope scope;
  private final UUID device;
  private final RowTables tables;
  private final Statements statements;
  private final CursorTags tags;
  private final Map<StreamKind, Read> streams = new EnumMap<>(StreamKind.class);

  /// @param vouched the revs that the reader's cursors vouch for, if they are to be judged
  PgPullSource(
      Tx tx,
      Scope scope,
      UUID device,
      RowTables tables,
      Statements statements,
      CursorTags tags,
      Map<StreamKind, Long> vouched) {
    this.tx = tx;
    this.scope = scope;
    this.device = device;
    this.tables = tables;
    this.statements = statements;
    this.tags = tags;
    read(vouched);
  }

  /// A stream in this snapshot.
  ///
  /// @param seen the nonce of the commit that gave out the rev that the reader's cursor vouches for
  /// @param newest that of the head's
  private record Read(
      long head, long floor, Optional<UUID> epoch, Optional<Long> seen, Optional<Long> newest) {
    static final Read NONE = new Read(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    private static Read of(Row row) {
      return new Read(
          row.whole("head"),
          row.whole("floor"),
          row.uuidMaybe("epoch"),
          row.wholeMaybe("seen"),
          row.wholeMaybe("newest"));
    }
  }

  /// Above every rev.
  static final long NOWHERE = Long.MAX_VALUE;

  private void read(Map<StreamKind, Long> vouched) {
    List<UUID> owners = new ArrayList<>();
    List<Long> revs = new ArrayList<>();
    Map<UUID, StreamKind> kinds = new HashMap<>();
    for (StreamKind kind : StreamKind.values()) {
      UUID owner = RowTables.owner(kind, scope);
      owners.add(owner);
      revs.add(vouched.getOrDefault(kind, NOWHERE));
      kinds.put(owner, kind);
    }
    tx.list(
            statements.get("streams"),
            Args.of("ws", scope.workspace()).and("owners", owners).and("revs", revs),
            row -> {
              StreamKind kind = requireNonNull(kinds.get(row.uuid("owner")));
              return Map.entry(kind, Read.of(row));
            })
        .forEach(found -> streams.put(found.getKey(), found.getValue()));
  }

  private Read stream(StreamKind stream) {
    return streams.getOrDefault(stream, Read.NONE);
  }

  /// The life that the database is in.
  Optional<UUID> epoch() {
    return stream(StreamKind.WS).epoch();
  }

  /// How a reader with these cursors stands to this history; they must be where it reads from.
  Standing standing(Optional<UUID> known, Map<StreamKind, Cursor> cursors) {
    return Standing.of(
        known,
        epoch(),
        id -> tx.maybe(statements.get("isOver"), Args.of("id", id), row -> true).isPresent(),
        cursors,
        (kind, cursor) ->
            tags.judge(
                scope.workspace().value(),
                RowTables.owner(kind, scope),
                cursor,
                stream(kind).head(),
                stream(kind).floor(),
                nonce(stream(kind).seen())));
  }

  @Override
  public long head(StreamKind kind) {
    return stream(kind).head();
  }

  @Override
  public long floor(StreamKind kind) {
    return stream(kind).floor();
  }

  @Override
  public Cursor cursor(StreamKind kind, long rev) {
    Read read = stream(kind);
    return tags.cursor(
        scope.workspace().value(),
        RowTables.owner(kind, scope),
        rev,
        read.head(),
        nonce(read.newest()).orElse(0));
  }

  private static OptionalInt nonce(Optional<Long> column) {
    return column.isPresent() ? OptionalInt.of((int) (long) column.get()) : OptionalInt.empty();
  }

  @Override
  public List<Doc> rows(Entity entity, long afterRev, int most) {
    return tables.after(tx, scope, entity, afterRev, most);
  }

  @Override
  public List<PullLine.Gone> removals(StreamKind stream, long afterRev, int most) {
    return tx
        .list(
            statements.get("removals"),
            Args.of("ws", scope.workspace())
                .and("owner", RowTables.owner(stream, scope))
                .and("after", afterRev)
                .and("most", most),
            row ->
                Entity.named(row.text("entity"))
                    .map(e -> new PullLine.Gone(new RowKey(e, row.uuid("id")), row.whole("rev"))))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public ChainPosition chain() {
    return tx.maybe(
            statements.get("chain"),
            Args.of("ws", scope.workspace()).and("device", device).and("user", scope.user()),
            row ->
                row.uuidMaybe("last_id")
                    .map(id -> new ChainPosition(row.whole("last_seq"), id))
                    .orElse(ChainPosition.START))
        .orElse(ChainPosition.START);
  }
}
