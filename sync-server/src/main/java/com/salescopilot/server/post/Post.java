package com.salescopilot.server.post;

import java.util.Optional;
import java.util.function.Supplier;

/// Sends notes. Whether one arrives is not known: whoever waits for it in vain asks for another.
public interface Post {
  /// Writes a note and sends it, after the caller has gone on.
  ///
  /// @param note runs on another thread; empty: nothing is sent
  void send(Supplier<Optional<Note>> note);
}
