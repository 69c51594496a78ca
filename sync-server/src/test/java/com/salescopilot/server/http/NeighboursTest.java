package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final Neighbours neighbours = new Neighbours(nanos::get);

  @Test
  void who_comes_alone_has_no_neighbour() {
    assertThat(neighbours.has("a")).isFalse();
    neighbours.came("a");
    neighbours.came("a");
    assertThat(neighbours.has("a")).isFalse();
    assertThat(neighbours.has("b")).isTrue();
  }

  @Test
  void two_who_come_by_turns_are_neighbours_until_one_stays_away() {
    neighbours.came("a");
    neighbours.came("b");
    later(Duration.ofMillis(1_500));
    neighbours.came("a");
    neighbours.came("a");
    assertThat(neighbours.has("a")).isTrue();
    assertThat(neighbours.has("b")).isTrue();
    later(Duration.ofMillis(600));
    assertThat(neighbours.has("a")).isFalse();
    assertThat(neighbours.has("b")).isTrue();
  }

  private void later(Duration span) {
    nanos.addAndGet(span.toNanos());
  }
}
