package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The visible rows and the server images beneath those that a pending mutation touches.
final class Rows {
  private final Db db;
  private final Map<Entity, Sql> visible;
  private final Map<Entity, Sql> show;
  private final Map<Entity, Sql> hide;
  private final Map<Entity, Sql> page;
  private final Map<Entity, Sql> total;
  private final Sql image;
  private final Sql hasImages;
  private final Sql keepImage;
  private final Sql dropImage;
  private final Sql sentSince;
  private final Sql customKeys;

  Rows(Db db) {
    this.db = db;
    SqlFile sql = SqlFile.of(Rows.class);
    visible = sql.perEntity("visible");
    show = sql.perEntity("show");
    hide = sql.perEntity("hide");
    page = sql.perEntity("page");
    total = sql.perEntity("total");
    image = sql.get("image");
    hasImages = sql.get("hasImages");
    keepImage = sql.get("keepImage");
    dropImage = sql.get("dropImage");
    sentSince = sql.get("sentSince");
    customKeys = sql.get("customKeys");
  }

  Optional<Doc> visible(RowKey key) {
    return on(visible, key.entity())
        .with("id", key.id())
        .maybe(row -> doc(key.entity(), key.id(), row.getLong(1), row.getString(2)));
  }

  void show(RowKey key, Optional<Doc> row) {
    if (row.isEmpty()) {
      on(hide, key.entity()).with("id", key.id()).run();
      return;
    }
    String words = Words.of(row.get());
    on(show, key.entity())
        .with("id", key.id())
        .with("rev", row.get().rev())
        .with("words", words)
        .with("beginnings", Words.beginnings(words))
        .with("doc", json(row.get()))
        .run();
  }

  Optional<ClientTx.ServerImage> image(RowKey key) {
    return db.on(image)
        .with("entity", key.entity().table())
        .with("id", key.id())
        .maybe(row -> image(key, row));
  }

  boolean hasImages() {
    return db.on(hasImages).any();
  }

  void keepImage(RowKey key, ClientTx.ServerImage kept) {
    db.on(keepImage)
        .with("entity", key.entity().table())
        .with("id", key.id())
        .with("rev", kept.rev())
        .with("doc", kept.row().map(Rows::json))
        .run();
  }

  void dropImage(RowKey key) {
    db.on(dropImage).with("entity", key.entity().table()).with("id", key.id()).run();
  }

  RowPage page(Entity entity, Search search, long limit, long offset) {
    List<Doc> items =
        search
            .on(on(page, entity))
            .with("limit", limit)
            .with("offset", offset)
            .list(row -> listed(entity, row));
    return new RowPage(items, search.on(on(total, entity)).whole());
  }

  List<Doc> sentSince(Instant since) {
    return db.on(sentSince).with("since", since.toString()).list(row -> listed(Entity.EMAIL, row));
  }

  List<String> customKeys() {
    return db.on(customKeys).list(row -> row.getString(1));
  }

  private Bound on(Map<Entity, Sql> statements, Entity entity) {
    Sql sql = statements.get(entity);
    if (sql == null) {
      throw new IllegalStateException("no statement for " + entity);
    }
    return db.on(sql);
  }

  /// A row of a result whose first columns are id, rev and doc.
  static Doc listed(Entity entity, ResultSet row) throws SQLException {
    return doc(entity, Bound.id(row, 1), row.getLong(2), row.getString(3));
  }

  private static ClientTx.ServerImage image(RowKey key, ResultSet row) throws SQLException {
    long rev = row.getLong(1);
    return new ClientTx.ServerImage(
        Optional.ofNullable(row.getString(2)).map(json -> doc(key.entity(), key.id(), rev, json)),
        rev);
  }

  private static Doc doc(Entity entity, UUID id, long rev, String json) {
    return new Doc(entity, id, rev, ValueJson.members(ValueJson.object(json)));
  }

  private static String json(Doc row) {
    return CanonicalJson.of(new Value.Fields(row.fields()));
  }
}
