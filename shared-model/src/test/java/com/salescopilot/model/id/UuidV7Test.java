package com.salescopilot.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UuidV7Test {
  private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");

  @Test
  void the_fields_stand_where_the_standard_puts_them() {
    UUID id = new UuidV7(InstantSource.fixed(NOON), new SplittableRandom(1)).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(millis(id)).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void ids_rise_within_a_millisecond_even_when_the_counter_is_spent() {
    UuidV7 ids = new UuidV7(InstantSource.fixed(NOON), new SplittableRandom(2));
    List<UUID> made = IntStream.range(0, 20_000).mapToObj(_ -> ids.next()).toList();

    assertStrictlyRising(made);
    assertThat(millis(made.getLast())).isBetween(NOON.toEpochMilli() + 4, NOON.toEpochMilli() + 9);
  }

  @Test
  void ids_rise_whatever_the_clock_does() {
    long seed = new SplittableRandom().nextLong();
    RandomGenerator chance = new SplittableRandom(seed);
    long[] now = {NOON.toEpochMilli()};
    UuidV7 ids = new UuidV7(() -> Instant.ofEpochMilli(now[0]), new SplittableRandom(seed));
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      now[0] += chance.nextInt(10) == 0 ? chance.nextLong(-3_600_000, 3_600_000) : 0;
      made.add(ids.next());
    }

    assertThat(made).as("seed %d", seed).isSortedAccordingTo(UuidV7Test::compareUnsigned);
    assertThat(made).as("seed %d", seed).doesNotHaveDuplicates();
  }

  @Test
  void the_time_follows_the_clock_again_once_it_has_caught_up() {
    long[] now = {NOON.toEpochMilli()};
    UuidV7 ids = new UuidV7(() -> Instant.ofEpochMilli(now[0]), new SplittableRandom(3));
    ids.next();
    now[0] -= 5_000;
    assertThat(millis(ids.next())).isEqualTo(NOON.toEpochMilli());
    now[0] = NOON.toEpochMilli() + 1;
    assertThat(millis(ids.next())).isEqualTo(NOON.toEpochMilli() + 1);
  }

  @Test
  void threads_never_get_the_same_id() {
    UuidV7 ids = new UuidV7(InstantSource.fixed(NOON), new SplittableRandom(4));
    Set<UUID> made = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int t = 0; t < 32; t++) {
        threads.execute(() -> IntStream.range(0, 1_000).forEach(_ -> made.add(ids.next())));
      }
    }

    assertThat(made).hasSize(32_000);
  }

  @Test
  void a_clock_outside_48_bits_is_refused() {
    for (long wrong : new long[] {-1, 1L << 48}) {
      UuidV7 ids = new UuidV7(() -> Instant.ofEpochMilli(wrong), new SplittableRandom(5));
      assertThatThrownBy(ids::next).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void assertStrictlyRising(List<UUID> ids) {
    for (int i = 1; i < ids.size(); i++) {
      assertThat(compareUnsigned(ids.get(i - 1), ids.get(i))).isNegative();
    }
  }

  /// The order of PostgreSQL and SQLite; `UUID.compareTo` compares signed halves.
  private static int compareUnsigned(UUID a, UUID b) {
    int most = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return most != 0
        ? most
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
