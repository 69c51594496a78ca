package com.salescopilot.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.DbFailure;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  private final WorkspaceId busy = new WorkspaceId(UUID.randomUUID());
  private final WorkspaceId other = new WorkspaceId(UUID.randomUUID());

  @Test
  void who_waits_too_long_is_told_to_come_again_and_another_workspace_is_free() throws Exception {
    Turns turns = new Turns(Duration.ofMillis(20));
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first =
          threads.submit(
              () ->
                  turns.take(
                      busy,
                      () -> {
                        inside.countDown();
                        return awaited(over);
                      }));
      inside.await();
      assertThatExceptionOfType(DbFailure.Unavailable.class)
          .isThrownBy(() -> turns.take(busy, () -> true));
      assertThat(turns.take(other, () -> true)).isTrue();
      over.countDown();
      assertThat(first.get()).isTrue();
    }
    assertThat(turns.take(busy, () -> true)).isTrue();
  }

  @Test
  void a_turn_ends_also_when_its_work_fails() {
    Turns turns = new Turns(Duration.ZERO);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                turns.take(
                    busy,
                    () -> {
                      throw new IllegalStateException("no");
                    }));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.submit(() -> turns.take(busy, () -> true))).succeedsWithin(PATIENCE);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
