package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How many requests run, wait and are refused, and whose turn it is.
final class AdmissionTest {
  private static final int PERMITS = 4;

  private final Admission admission = new Admission(PERMITS, new Random(1));

  private void fill(String tenant) {
    for (int i = 0; i < PERMITS; i++) {
      admission.enter(tenant);
    }
  }

  @Test
  void who_finds_no_permit_is_refused_after_a_moment_and_told_when_to_come_again() {
    fill("a");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> admission.enter("b"))
          .isInstanceOfSatisfying(
              AppError.Unavailable.class,
              busy -> assertThat(busy.headers().get("Retry-After")).isIn("1", "2", "3"));
    }
    admission.leave("a");
    admission.enter("b");
  }

  @Test
  void one_tenants_flood_takes_half_of_the_places_to_wait_in() throws Exception {
    fill("flood");
    AtomicInteger refused = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(
            threads.submit(
                () -> {
                  try {
                    admission.enter("flood");
                  } catch (AppError.Unavailable _) {
                    refused.incrementAndGet();
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(refused).hasValue(100);
    admission.leave("flood");
    admission.enter("quiet");
  }

  @Test
  void who_holds_less_than_a_third_comes_before_who_holds_more() throws Exception {
    Admission admission = new Admission(PERMITS, new Random(1), Duration.ofSeconds(60));
    for (int i = 0; i < PERMITS; i++) {
      admission.enter("busy");
    }
    LinkedBlockingQueue<String> admitted = new LinkedBlockingQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String tenant : List.of("busy", "quiet")) {
        var _ =
            threads.submit(
                () -> {
                  admission.enter(tenant);
                  return admitted.add(tenant);
                });
        await().atMost(Duration.ofSeconds(30)).until(() -> admission.waitingNow().contains(tenant));
      }
      admission.leave("busy");
      assertThat(admitted.poll(30, TimeUnit.SECONDS)).isEqualTo("quiet");
      admission.leave("busy");
      admission.leave("busy");
      admission.leave("busy");
      assertThat(admitted.poll(30, TimeUnit.SECONDS)).isEqualTo("busy");
    }
  }

  @Test
  void who_has_a_neighbour_leaves_permits_free_and_who_is_alone_takes_all() {
    fill("alone");
    for (int i = 0; i < PERMITS; i++) {
      admission.leave("alone");
    }
    admission.enter("neighbour");
    admission.leave("neighbour");
    admission.enter("flood");
    assertThatThrownBy(() -> admission.enter("flood")).isInstanceOf(AppError.Unavailable.class);
    admission.enter("neighbour");
  }

  @Test
  void where_all_places_to_wait_in_are_taken_nobody_is_asked_who_they_are() throws Exception {
    Admission admission = new Admission(PERMITS, new Random(1), Duration.ofSeconds(60));
    admission.look();
    for (int i = 0; i < PERMITS; i++) {
      admission.enter("first");
    }
    admission.look();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 64; i++) {
        String tenant = "t" + i % 8;
        var _ =
            threads.submit(
                () -> {
                  admission.enter(tenant);
                  admission.leave(tenant);
                });
      }
      await().atMost(Duration.ofSeconds(15)).until(() -> admission.waitingNow().size() == 64);
      assertThatThrownBy(admission::look).isInstanceOf(AppError.Unavailable.class);
      admission.leave("first");
      await().atMost(Duration.ofSeconds(30)).until(() -> admission.waitingNow().isEmpty());
    }
    admission.look();
  }
}
