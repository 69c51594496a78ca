package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How far this client is: cursors, full readings under way, and its place in the chain.
final class Marks {
  private final Db db;
  private final Sql cursor;
  private final Sql keepCursor;
  private final Sql forgetCursor;
  private final Sql epoch;
  private final Sql keepEpoch;
  private final Sql beginFull;
  private final Sql endFull;
  private final Sql isFull;
  private final Sql isFirst;
  private final Map<Entity, Sql> filled;
  private final Map<Entity, Sql> dropWords;
  private final Map<Entity, Sql> makeWords;
  private final Sql dropEmails;
  private final Sql makeEmails;
  private final Sql hasImages;
  private final Sql seen;
  private final Sql forgetSeen;
  private final Map<Entity, Sql> unseen;
  private final Sql device;
  private final Sql keepDevice;
  private final Sql introduce;
  private final Sql isClean;
  private final Sql markClean;

  Marks(Db db) {
    this.db = db;
    SqlFile sql = SqlFile.of(Marks.class);
    cursor = sql.get("cursor");
    keepCursor = sql.get("keepCursor");
    forgetCursor = sql.get("forgetCursor");
    epoch = sql.get("epoch");
    keepEpoch = sql.get("keepEpoch");
    beginFull = sql.get("beginFull");
    endFull = sql.get("endFull");
    isFull = sql.get("isFull");
    isFirst = sql.get("isFirst");
    filled = sql.perEntity("filled");
    dropWords = sql.perEntity("dropWords");
    makeWords = sql.perEntity("makeWords");
    dropEmails = sql.get("dropEmails");
    makeEmails = sql.get("makeEmails");
    hasImages = sql.get("hasImages");
    seen = sql.get("seen");
    forgetSeen = sql.get("forgetSeen");
    unseen = sql.perEntity("unseen");
    device = sql.get("device");
    keepDevice = sql.get("keepDevice");
    introduce = sql.get("introduce");
    isClean = sql.get("isClean");
    markClean = sql.get("markClean");
  }

  Optional<Cursor> cursor(StreamKind stream) {
    return db.on(cursor)
        .with("stream", stream.wire())
        .maybe(row -> new Cursor(row.getLong(1), row.getString(2)));
  }

  void keepCursor(StreamKind stream, Cursor kept) {
    db.on(keepCursor)
        .with("stream", stream.wire())
        .with("rev", kept.rev())
        .with("tag", kept.tag())
        .run();
  }

  void forgetCursor(StreamKind stream) {
    db.on(forgetCursor).with("stream", stream.wire()).run();
  }

  Optional<UUID> epoch() {
    return db.on(epoch).maybe(row -> Bound.id(row, 1));
  }

  void keepEpoch(UUID kept) {
    db.on(keepEpoch).with("epoch", kept).run();
  }

  void beginFull(StreamKind stream) {
    forgetSeen(stream);
    boolean first =
        !db.on(hasImages).any()
            && filled.entrySet().stream().noneMatch(table -> isFilled(table, stream));
    if (first) {
      each(dropWords, stream);
      if (stream == Entity.PROSPECT.stream()) {
        db.on(dropEmails).run();
      }
    }
    db.on(beginFull).with("stream", stream.wire()).with("reading", first ? 2 : 1).run();
  }

  private boolean isFilled(Map.Entry<Entity, Sql> table, StreamKind stream) {
    return table.getKey().stream() == stream && db.on(table.getValue()).any();
  }

  private void each(Map<Entity, Sql> statements, StreamKind stream) {
    statements.forEach(
        (entity, sql) -> {
          if (entity.stream() == stream) {
            db.on(sql).run();
          }
        });
  }

  boolean isFirst(StreamKind stream) {
    return db.on(isFirst).with("stream", stream.wire()).any();
  }

  boolean isFull(StreamKind stream) {
    return db.on(isFull).with("stream", stream.wire()).any();
  }

  void seen(RowKey key) {
    db.on(seen).with("entity", key.entity().table()).with("id", key.id()).run();
  }

  List<RowKey> endFull(StreamKind stream) {
    List<RowKey> rows = new ArrayList<>();
    boolean first = isFirst(stream);
    each(makeWords, stream);
    if (stream == Entity.PROSPECT.stream()) {
      db.on(makeEmails).run();
    }
    unseen.forEach(
        (entity, sql) -> {
          if (entity.stream() == stream && !first) {
            rows.addAll(
                db.on(sql)
                    .with("entity", entity.table())
                    .list(row -> new RowKey(entity, Bound.id(row, 1))));
          }
        });
    forgetSeen(stream);
    db.on(endFull).with("stream", stream.wire()).run();
    return rows;
  }

  private void forgetSeen(StreamKind stream) {
    for (Entity entity : Entity.values()) {
      if (entity.stream() == stream) {
        db.on(forgetSeen).with("entity", entity.table()).run();
      }
    }
  }

  ClientTx.Device device() {
    return db.on(device)
        .maybe(
            row ->
                new ClientTx.Device(
                    Bound.id(row, 1),
                    row.getLong(2),
                    new ChainPosition(row.getLong(3), Bound.id(row, 4))))
        .orElseThrow();
  }

  void keepDevice(ClientTx.Device kept) {
    db.on(keepDevice)
        .with("id", kept.id())
        .with("next", kept.nextSeq())
        .with("seq", kept.acked().seq())
        .with("acked", kept.acked().id())
        .run();
  }

  /// Makes this client a device of its own, if the file is new.
  void introduce(UUID id) {
    db.on(introduce).with("id", id).with("nobody", ChainPosition.START.id()).run();
  }

  /// Whether the file was closed in order.
  boolean isClean() {
    return db.on(isClean).whole() == 1;
  }

  void markOpen() {
    db.on(markClean).with("clean", 0).run();
  }

  void markClosed() {
    db.on(markClean).with("clean", 1).run();
  }
}
