package com.salescopilot.desktop.compose;

import java.util.Optional;
import java.util.UUID;

/// Says in words what a score found. Called off the screen's thread.
interface Narrator {

  /// What was said.
  ///
  /// @param words empty where nothing was said that may be shown
  /// @param engine whose words they are
  record Words(String words, String engine) {}

  /// Whether somebody is there who could, as far as is known. On any thread.
  boolean isThere();

  /// Asks.
  ///
  /// @param reader whom the letter is shown for
  /// @throws com.salescopilot.desktop.remote.RemoteException if nobody can be asked now
  Words tell(Written written, Optional<UUID> reader);
}
