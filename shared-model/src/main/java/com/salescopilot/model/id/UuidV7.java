package com.salescopilot.model.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a counter of 12 bits, then chance.
///
/// Every id is greater than the one before from the same object, also within a millisecond and when
/// the clock steps back (§6.2, method 1): the time stays at its highest reading until the clock has
/// caught up, and runs ahead of it by a millisecond whenever the counter is spent. Safe for use by
/// several threads.
public final class UuidV7 {
  private static final int COUNTER_BITS = 12;
  private static final int COUNTER_END = 1 << COUNTER_BITS;
  // A new millisecond starts in the lower half, so that at least 2,048 ids follow in order.
  private static final int COUNTER_START_END = COUNTER_END / 2;
  private static final long MILLIS_END = 1L << 48;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
  private static final int VARIANT_BITS = 2;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Object lock = new Object();
  private long millis = -1;
  private int counter;

  /// A generator on a clock and a source of chance; only ids from one generator are in order.
  public UuidV7(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// The next id.
  ///
  /// @throws IllegalStateException if the clock reads before 1970 or after the year 10889, which 48
  ///   bits cannot hold
  public UUID next() {
    synchronized (lock) {
      advance(clock.millis());
      long most = (millis << 16) | VERSION_7 | counter;
      long least = VARIANT_RFC | (random.nextLong() >>> VARIANT_BITS);
      return new UUID(most, least);
    }
  }

  private void advance(long now) {
    if (now < 0 || now >= MILLIS_END) {
      throw new IllegalStateException("The clock reads " + now + " ms, which no UUIDv7 can hold.");
    }
    if (now > millis) {
      restart(now);
    } else if (++counter == COUNTER_END) {
      restart(millis + 1);
    }
  }

  private void restart(long at) {
    millis = at;
    counter = random.nextInt(COUNTER_START_END);
  }
}
