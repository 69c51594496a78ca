package com.salescopilot.server.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether others than one tenant came lately: who is alone may take everything. Not safe for use
/// by several threads at once.
final class Neighbours {
  private static final Duration LATELY = Duration.ofSeconds(2);

  private record Visit(Object tenant, long nanos) {}

  private final LongSupplier nanos;
  private Visit last;

  /// The latest of another tenant than the last one's.
  private Visit other;

  /// @param nanos a clock as [System#nanoTime]
  Neighbours(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = new Visit(this, nanos.getAsLong() - LATELY.toNanos());
    this.other = last;
  }

  void came(Object tenant) {
    if (!tenant.equals(last.tenant)) {
      other = last;
    }
    last = new Visit(tenant, nanos.getAsLong());
  }

  boolean has(Object tenant) {
    Visit neighbour = tenant.equals(last.tenant) ? other : last;
    return nanos.getAsLong() - neighbour.nanos < LATELY.toNanos();
  }
}
