package com.salescopilot.model.protocol;

import java.util.UUID;

/// A place in the chain of a device's mutations: sequence number and id of the last one. Number 0
/// with the nil id is the beginning.
public record ChainPosition(long seq, UUID id) {
  /// Before the first mutation.
  public static final ChainPosition START = new ChainPosition(0, new UUID(0, 0));
}
