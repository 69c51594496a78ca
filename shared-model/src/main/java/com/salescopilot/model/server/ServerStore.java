package com.salescopilot.model.server;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One transaction on a workspace's rows, its streams locked.
public interface ServerStore extends View {

  /// What is known of a mutation that came before.
  Optional<Known> logged(UUID mutation);

  /// Writes rows. They get the rev of this commit; a row may be written more than once.
  void write(List<StoredRow> rows);

  /// Appends to the log of mutations and to the log of events.
  void append(List<LogEntry> log, List<DomainEvent> events);

  /// Lets a row be seen that is somebody else's own.
  default void reveal(UserId owner, RowKey key) {}

  /// Notes that a row about somebody who was erased was not made, so that what is said of it later
  /// is not kept either.
  default void keepOut(RowKey key) {}

  /// Whether a row was removed, or not made, because somebody was erased.
  default boolean wasErased(RowKey key) {
    return false;
  }

  /// Whether mails that may have left before are held back: the database was restored, and nobody
  /// has released the sends since.
  default boolean sendsHeld() {
    return false;
  }

  /// A mutation of the past.
  ///
  /// @param hash of its change, by which a repeat is told from another change under the same id
  record Known(String hash) {}
}
