package com.salescopilot.model.client;

import java.util.function.Function;

/// Where a client keeps everything: rows, server images, outbox, cursors.
public interface ClientStore {

  /// Runs the work in one transaction that is durable when this returns, or changes nothing.
  <T> T write(Function<ClientTx, T> work);

  /// Runs the work on one consistent snapshot.
  <T> T read(Function<ClientTx, T> work);
}
