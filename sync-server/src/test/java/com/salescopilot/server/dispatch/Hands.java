package com.salescopilot.server.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that somebody sets.
public final class Hands implements InstantSource {
  private final AtomicReference<Instant> at;

  public Hands(Instant at) {
    this.at = new AtomicReference<>(at);
  }

  @Override
  public Instant instant() {
    return at.get();
  }

  public void set(Instant now) {
    at.set(now);
  }
}
