package com.salescopilot.desktop.store;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Reads what can still be read of the outbox in a damaged file, entry by entry.
final class Salvage {
  private static final System.Logger LOG = System.getLogger(Salvage.class.getName());

  private Salvage() {}

  /// What was salvaged and what the journal says, each in its own order; of an edit that both have,
  /// what the journal says. One that only the journal can read still comes before those that it was
  /// made before: they may build on it.
  static Map<UUID, String> merged(Map<UUID, String> salvaged, Map<UUID, String> journal) {
    Map<UUID, String> merged = new LinkedHashMap<>();
    Iterator<Map.Entry<UUID, String>> journaled = journal.entrySet().iterator();
    salvaged.forEach(
        (id, body) -> {
          if (!journal.containsKey(id)) {
            merged.put(id, body);
          }
          while (!merged.containsKey(id)) {
            Map.Entry<UUID, String> next = journaled.next();
            merged.put(next.getKey(), next.getValue());
          }
        });
    journaled.forEachRemaining(next -> merged.put(next.getKey(), next.getValue()));
    return merged;
  }

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
