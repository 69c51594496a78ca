package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The one place that writes: one connection and one journal, used by one thread.
final class Writer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Writer.class.getName());

  private final Db db;
  private final SqliteTx tx;
  private final Journal journal;
  private final Commit commit;
  private boolean damaged;
  private Consumer<Set<Entity>> told = _ -> {};

  Writer(Db db, SqliteTx tx, Journal journal, Commit commit) {
    this.db = db;
    this.tx = tx;
    this.journal = journal;
    this.commit = commit;
  }

  /// Whom to tell, after each commit, what kinds of rows changed.
  void tell(Consumer<Set<Entity>> listener) {
    told = listener;
  }

  <T> T write(Function<? super SqliteTx, T> work) {
    List<JournalRecord> noted;
    T result;
    try {
      result = work.apply(tx);
      noted = tx.outbox().takeNoted();
      commit.keep(db, journal, beforehand(noted));
    } catch (IOException e) {
      undo();
      throw StoreException.of(e);
    } catch (StoreException.Damaged e) {
      damaged = true;
      undo();
      throw e;
    } catch (RuntimeException | Error e) {
      undo();
      throw e;
    }
    afterCommit(noted);
    clean();
    told.accept(tx.takeShown());
    return result;
  }

  /// Makes the journal say what the outbox says, if it does not.
  void matchJournal(JournalFormat.Content content) throws IOException {
    List<JournalRecord> waiting = waiting();
    boolean matches =
        content.whole() && Journal.live(content.records()).equals(Journal.live(waiting));
    if (!matches) {
      journal.rewrite(waiting);
    }
    db.rollback();
  }

  private void undo() {
    db.rollback();
    tx.outbox().takeNoted();
    tx.takeShown();
  }

  /// What must be in the journal before SQLite commits: an edit, and with it what it stands for
  /// now. That something is done can wait.
  private static List<JournalRecord> beforehand(List<JournalRecord> noted) {
    return noted.stream().anyMatch(JournalRecord.Made.class::isInstance) ? noted : List.of();
  }

  /// What is only housekeeping: a journal that says too much is put right at the next start.
  private void afterCommit(List<JournalRecord> noted) {
    try {
      if (beforehand(noted).isEmpty()) {
        for (JournalRecord record : noted) {
          journal.append(record);
        }
      }
      boolean emptied = !noted.isEmpty() && !journal.isEmpty() && tx.outbox().count() == 0;
      if (emptied || journal.isLarge()) {
        journal.rewrite(waiting());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the journal could not be tidied", e);
    } finally {
      db.rollback();
    }
  }

  /// What was forgotten is in no row any more; its bytes may still lie in the files.
  void clean() {
    if (!tx.traces().isToClean()) {
      return;
    }
    try {
      tx.traces().clean();
      journal.rewrite(waiting());
    } catch (StoreException | IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the files are written anew at the next start", e);
    } finally {
      db.rollback();
    }
  }

  private List<JournalRecord> waiting() {
    return tx.outbox().after(0, Integer.MAX_VALUE).stream()
        .<JournalRecord>map(
            entry -> new JournalRecord.Made(entry.mutation().id(), EntryJson.write(entry)))
        .toList();
  }

  @Override
  public void close() {
    if (!damaged) {
      tx.marks().markClosed();
      db.commit();
    }
    db.close();
    try {
      journal.close();
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }
}
