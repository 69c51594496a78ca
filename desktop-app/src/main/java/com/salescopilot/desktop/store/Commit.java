package com.salescopilot.desktop.store;

import java.io.IOException;
import java.util.List;

/// The moment from which an edit is kept: what the journal must hear first, then SQLite.
///
/// There is one way in the product. Tests hold a hasty one against it, to see that they would
/// notice.
interface Commit {

  /// Journal, force, commit. If SQLite refuses, the journal is cut back before the error shows, so
  /// that an edit that was refused does not come back at the next start.
  Commit DURABLE =
      (db, journal, made) -> {
        long before = journal.end();
        try {
          for (JournalRecord record : made) {
            journal.append(record);
          }
          if (!made.isEmpty()) {
            journal.force();
          }
          db.commit();
        } catch (IOException | RuntimeException e) {
          if (!made.isEmpty()) {
            cutBack(journal, before, e);
          }
          throw e;
        }
      };

  private static void cutBack(Journal journal, long to, Exception because) {
    try {
      journal.cutBack(to);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /// Makes the open transaction last.
  ///
  /// @param made what waits since this transaction, and what it waits instead of
  void keep(Db db, Journal journal, List<JournalRecord> made) throws IOException;
}
