package com.salescopilot.desktop.store;

import java.util.List;
import java.util.Optional;

/// What somebody has begun and not published. It stays on this machine.
final class LocalDrafts {
  private final Db db;
  private final Sql find;
  private final Sql keep;
  private final Sql drop;
  private final Sql keys;

  LocalDrafts(Db db) {
    this.db = db;
    SqlFile sql = SqlFile.of(LocalDrafts.class);
    find = sql.get("find");
    keep = sql.get("keep");
    drop = sql.get("drop");
    keys = sql.get("keys");
  }

  Optional<String> find(String kind, String key) {
    return db.on(find).with("kind", kind).with("key", key).maybe(row -> row.getString(1));
  }

  void keep(String kind, String key, String body) {
    db.on(keep).with("kind", kind).with("key", key).with("body", body).run();
  }

  List<String> keys(String kind) {
    return db.on(keys).with("kind", kind).list(row -> row.getString(1));
  }

  void drop(String kind, String key) {
    db.on(drop).with("kind", kind).with("key", key).run();
  }
}
