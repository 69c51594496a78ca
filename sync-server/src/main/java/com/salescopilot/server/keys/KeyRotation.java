package com.salescopilot.server.keys;

import com.salescopilot.server.db.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Notices a new master key in the file, and moves what older ones hold to it.
///
/// Only at the start and when the file changes: were it repeated, two processes whose files differ
/// for a while would wrap the same keys to and fro.
public final class KeyRotation {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Database database;
  private final MasterKeys keys;
  private final Vault vault;
  private final KeyCheck check;
  private boolean due = true;

  /// A rotation that has not begun.
  public KeyRotation(Database database, MasterKeys keys, Vault vault, KeyCheck check) {
    this.database = database;
    this.keys = keys;
    this.vault = vault;
    this.check = check;
  }

  /// Takes a look, and moves everything if there is something to move.
  ///
  /// @return when to look again
  public Duration look() {
    due |= keys.look();
    if (!due) {
      return LOOK;
    }
    Optional<UUID> last = Optional.of(new UUID(0, 0));
    while (last.isPresent()) {
      UUID after = last.get();
      last = database.asUser(Optional.empty(), tx -> vault.rewrap(tx, after));
    }
    check.moveTo(keys);
    due = false;
    return LOOK;
  }
}
