package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
  private final Lifecycle lifecycle = new Lifecycle();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private void part(String name) throws Exception {
    String _ =
        lifecycle.start(
            name,
            () -> {
              told.add("+" + name);
              return name;
            },
            started -> told.add("-" + started));
  }

  @Test
  void parts_stop_in_the_reverse_of_their_start() throws Exception {
    part("a");
    part("b");
    lifecycle.step("step", () -> told.add("step"));
    part("c");
    lifecycle.stop();
    assertThat(told).containsExactly("+a", "+b", "step", "+c", "-c", "-b", "-a");
  }

  @Test
  void a_part_that_fails_to_stop_keeps_no_other_from_stopping() throws Exception {
    part("a");
    String _ =
        lifecycle.start(
            "bad",
            () -> "bad",
            _ -> {
              throw new IllegalStateException("stuck");
            });
    part("c");
    lifecycle.stop();
    assertThat(told).endsWith("-c", "-a");
  }

  @Test
  void a_part_that_fails_to_start_leaves_the_earlier_ones_to_be_stopped() throws Exception {
    part("a");
    assertThatThrownBy(
            () ->
                lifecycle.step(
                    "bad",
                    () -> {
                      throw new StartRefused("no");
                    }))
        .isInstanceOf(StartRefused.class);
    lifecycle.stop();
    assertThat(told).containsExactly("+a", "-a");
  }

  @Test
  void nothing_starts_once_it_is_stopping_and_nothing_stops_twice() throws Exception {
    part("a");
    lifecycle.stop();
    lifecycle.stop();
    assertThatThrownBy(() -> part("b")).isInstanceOf(StartRefused.class);
    assertThat(told).containsExactly("+a", "-a");
  }

  @Test
  void stopping_from_many_threads_stops_each_part_once() throws Exception {
    for (int i = 0; i < 20; i++) {
      part("p" + i);
    }
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Future<?>> stops = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        stops.add(
            threads.submit(
                () -> {
                  go.await();
                  lifecycle.stop();
                  return told.size();
                }));
      }
      go.countDown();
      for (Future<?> stop : stops) {
        Object _ = stop.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(told.stream().filter(line -> line.startsWith("-")))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }
}
