package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.remote.PastChange;
import com.salescopilot.desktop.store.SqliteStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What colleagues are called. Only the server knows; what it told is remembered on this machine,
/// for the times without it.
final class People {
  private static final String KIND = "person";

  private final SqliteStore store;

  People(SqliteStore store) {
    this.store = store;
  }

  Optional<String> name(UUID user) {
    return store.localDraft(KIND, user.toString());
  }

  /// Remembers who made these changes.
  ///
  /// @return whether anybody is called otherwise than was known
  boolean learn(List<PastChange> changes) {
    boolean learned = false;
    for (PastChange change : changes) {
      if (change.by().isPresent() && change.name().isPresent()) {
        UUID user = change.by().get();
        if (!name(user).equals(change.name())) {
          store.keepLocalDraft(KIND, user.toString(), change.name().get());
          learned = true;
        }
      }
    }
    return learned;
  }
}
