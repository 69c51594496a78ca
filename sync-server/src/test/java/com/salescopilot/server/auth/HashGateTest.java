package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.http.AppError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HashGateTest {
  private static final int ALL = 40;
  private static final int IN = 18;

  private final HashGate gate = new HashGate();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch both = new CountDownLatch(2);

  @Test
  void two_run_sixteen_wait_and_the_rest_is_turned_away_at_once() throws Exception {
    CountDownLatch turnedAway = new CountDownLatch(ALL - IN);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Boolean>> callers = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < ALL; i++) {
        callers.add(pool.submit(() -> through(go, turnedAway)));
      }
      assertThat(turnedAway.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
      go.countDown();
      int through = 0;
      for (Future<Boolean> caller : callers) {
        through += caller.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(IN);
    }
    assertThat(most).hasValue(2);
    assertThat(gate.hash(() -> "free again")).isEqualTo("free again");
  }

  @Test
  void a_hash_that_fails_gives_its_place_back() {
    for (int i = 0; i < ALL; i++) {
      try {
        gate.hash(
            () -> {
              throw new IllegalStateException("no memory");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("no memory");
      }
    }
    assertThat(gate.hash(() -> "free")).isEqualTo("free");
  }

  private boolean through(CountDownLatch go, CountDownLatch turnedAway) {
    try {
      return gate.hash(
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            both.countDown();
            await(go);
            running.decrementAndGet();
            return true;
          });
    } catch (AppError.Unavailable e) {
      assertThat(e.headers()).containsKey("Retry-After");
      turnedAway.countDown();
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
