package com.salescopilot.desktop.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Reads what can still be read of the outbox in a damaged file, entry by entry.
final class Salvage {
  private static final System.Logger LOG = System.getLogger(Salvage.class.getName());

  private Salvage() {}

  /// Pending mutations by id, in order; empty if nothing can be read.
  static Map<UUID, String> outbox(Path damaged) {
    Map<UUID, String> found = new LinkedHashMap<>();
    SqlFile sql = SqlFile.of(Salvage.class);
    Sql entry = sql.get("entry");
    try (Db db = new Connections(damaged).writer()) {
      long last = db.on(sql.get("last")).whole();
      for (long ord = 1; ord <= last; ord++) {
        try {
          db.on(entry)
              .with("ord", ord)
              .maybe(row -> Map.entry(Bound.id(row, 1), row.getString(2)))
              .ifPresent(read -> found.put(read.getKey(), read.getValue()));
        } catch (StoreException e) {
          LOG.log(System.Logger.Level.WARNING, "place {0} of the outbox is unreadable", ord);
          LOG.log(System.Logger.Level.WARNING, "for this reason", e);
        }
      }
    } catch (StoreException e) {
      LOG.log(System.Logger.Level.WARNING, "the damaged database has no outbox to read", e);
    }
    return found;
  }
}
