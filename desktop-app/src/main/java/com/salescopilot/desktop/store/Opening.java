package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.OutboxEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// Start-up: makes the database file usable, then makes outbox and journal say the same. Whatever
/// only one of the two files knows comes into the other.
final class Opening {
  private static final System.Logger LOG = System.getLogger(Opening.class.getName());

  private final StoreFiles files;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final Commit commit;

  Opening(StoreFiles files, InstantSource clock, Supplier<UUID> ids, Commit commit) {
    this.files = files;
    this.clock = clock;
    this.ids = ids;
    this.commit = commit;
  }

  Writer open() throws IOException {
    files.prepare();
    Map<UUID, String> salvaged = new LinkedHashMap<>();
    Db db;
    try {
      db = database();
    } catch (StoreException.Damaged e) {
      Path aside = files.quarantine(clock);
      LOG.log(System.Logger.Level.WARNING, "the database was damaged", e);
      LOG.log(System.Logger.Level.WARNING, "it lies at {0}", aside);
      salvaged.putAll(Salvage.outbox(aside));
      files.prepare();
      db = database();
    }
    return reconciled(db, salvaged);
  }

  private Db database() {
    Schema schema = new Schema();
    Db db = new Connections(files.database()).writer();
    try {
      schema.migrate(db);
      Marks marks = new Marks(db);
      marks.introduce(ids.get());
      boolean clean = marks.isClean();
      marks.markOpen();
      db.commit();
      if (!clean && !schema.isWhole(db)) {
        throw new StoreException.Damaged(new IOException("quick_check found damage"));
      }
      return db;
    } catch (RuntimeException e) {
      db.close();
      throw e;
    }
  }

  private Writer reconciled(Db db, Map<UUID, String> salvaged) throws IOException {
    JournalFormat.Content content = Journal.read(files.journal());
    Map<UUID, String> known = Salvage.merged(salvaged, Journal.live(content.records()));
    SqliteTx tx = new SqliteTx(db, clock);
    Writer writer = new Writer(db, tx, Journal.open(files.journal()), commit);
    tx.outbox().forgetOldAcked();
    List<OutboxEntry> found = newToOutbox(tx.outbox(), known);
    if (!found.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "{0} pending edits come back", found.size());
      ClientCore.takeUp(tx, found);
    }
    tx.outbox().takeNoted();
    db.commit();
    writer.matchJournal(content);
    tx.traces().recall();
    writer.clean();
    return writer;
  }

  /// What the other file knows better: mutations that are missing here, and bodies that differ
  /// where nothing has left yet.
  private static List<OutboxEntry> newToOutbox(Outbox outbox, Map<UUID, String> known) {
    List<OutboxEntry> found = new ArrayList<>();
    known.forEach(
        (id, body) -> {
          Optional<OutboxEntry> here = outbox.byId(id);
          boolean newer =
              here.isPresent()
                  ? !here.get().sealed() && !EntryJson.write(here.get()).equals(body)
                  : !outbox.isAcked(id);
          if (newer) {
            read(body).ifPresent(found::add);
          }
        });
    return found;
  }

  private static Optional<OutboxEntry> read(String body) {
    try {
      return Optional.of(EntryJson.read(body, OptionalLong.empty()));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.ERROR, "a pending edit cannot be read and stays behind", e);
      return Optional.empty();
    }
  }
}
