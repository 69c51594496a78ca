package com.salescopilot.server.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that somebody sets.
final class Hands implements InstantSource {
  private final AtomicReference<Instant> at;

  Hands(Instant at) {
    this.at = new AtomicReference<>(at);
  }

  @Override
  public Instant instant() {
    return at.get();
  }

  void set(Instant now) {
    at.set(now);
  }
}
