package com.salescopilot.server;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Where browsers reach the API: what the operator says, else where it listens, which is known
/// last.
final class OwnAddress implements Supplier<URI> {
  private final Optional<URI> told;
  private final AtomicReference<Optional<URI>> listening = new AtomicReference<>(Optional.empty());

  OwnAddress(Optional<URI> told) {
    this.told = told;
  }

  /// The listener is open.
  void listens(URI at) {
    listening.set(Optional.of(at));
  }

  @Override
  public URI get() {
    return told.or(listening::get)
        .orElseThrow(() -> new IllegalStateException("nothing listens yet"));
  }
}
