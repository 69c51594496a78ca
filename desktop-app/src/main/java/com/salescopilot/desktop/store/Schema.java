package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Entity;
import java.util.Map;

/// Brings a database file to the form that this version works with. Each version is one
/// transaction: its statements are those of `Schema.sql` whose name begins with its number.
final class Schema {
  private static final int VERSION = 10;

  private final SqlFile sql = SqlFile.of(Schema.class);

  /// Takes the steps that the file has not seen.
  ///
  /// @throws StoreException.Newer if a newer version wrote it
  void migrate(Db db) {
    long found = db.on(sql.get("version")).whole();
    db.rollback();
    if (found > VERSION) {
      throw new StoreException.Newer();
    }
    for (long version = found + 1; version <= VERSION; version++) {
      step(db, version + " ");
      db.commit();
    }
  }

  /// Whether SQLite finds the file whole.
  boolean isWhole(Db db) {
    boolean whole = db.on(sql.get("check")).maybe(row -> row.getString(1)).orElse("").equals("ok");
    db.rollback();
    return whole;
  }

  private void step(Db db, String prefix) {
    for (Map.Entry<String, String> statement : sql.all().entrySet()) {
      if (!statement.getKey().startsWith(prefix)) {
        continue;
      }
      if (statement.getValue().contains("{table}")) {
        for (Entity entity : Entity.values()) {
          db.on(Sql.of(statement.getValue().replace("{table}", entity.table()))).run();
        }
      } else {
        db.on(Sql.of(statement.getValue())).run();
      }
    }
  }
}
