package com.salescopilot.model.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Six machines of two people in two workspaces, 200 steps each, in thousands of different
/// weathers. No promise may break in any of them.
final class SimulationTest {
  private static final int SEEDS = Integer.getInteger("sim.seeds", 2_000);
  private static final int FIRST = Integer.getInteger("sim.from", 1);
  private static final int MANY_SEEDS = Integer.getInteger("sim.seeds.long", 100_000);

  @Test
  void seeds_that_once_broke_a_promise_break_none() throws IOException {
    for (long seed : known()) {
      Search.broken(Plan.of(seed), Bug.NONE).ifPresent(broken -> fail(seed, broken));
    }
  }

  @Test
  void no_promise_breaks_in_any_weather_and_every_fault_happens() throws Exception {
    search(SEEDS);
  }

  @Tag("long")
  @Test
  void nor_in_a_hundred_thousand() throws Exception {
    search(MANY_SEEDS);
  }

  @Test
  void one_seed_always_runs_the_same() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(World.run(Plan.of(seed), Bug.NONE).trace())
          .as("seed %s", seed)
          .isEqualTo(World.run(Plan.of(seed), Bug.NONE).trace())
          .isNotEqualTo(World.run(Plan.of(seed + 20), Bug.NONE).trace());
    }
  }

  @Test
  void a_failing_run_is_shrunk_to_the_steps_that_matter() {
    Plan failing = Plan.of(1);
    Broken broken = Search.broken(failing, Bug.TOMBSTONE_LOST).orElseThrow();
    Plan least = new Shrinker(Bug.TOMBSTONE_LOST).shrink(failing, broken.oracle());
    assertThat(least.steps()).hasSizeLessThan(failing.steps().size() / 20);
    assertThat(Search.broken(least, Bug.TOMBSTONE_LOST).orElseThrow().oracle())
        .isEqualTo(broken.oracle());
  }

  private static void search(int seeds) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    Search.Found found = new Search().seeds(FIRST, FIRST + seeds - 1L);
    found.found().forEach(failure -> fail(failure.seed(), failure.broken()));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "simulated %d seeds in %.1f s, %.1f a second; faults: %s%n",
        seeds, took.toMillis() / 1e3, seeds * 1e3 / took.toMillis(), found.tally());
    assertThat(found.tally().never()).as("faults that never happened").isEmpty();
    assertThat(Point.values()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(found.tally().neverStoppedAt()).as("points where no program stopped").isEmpty();
  }

  private static void fail(long seed, Broken broken) {
    Plan least = new Shrinker(Bug.NONE).shrink(Plan.of(seed), broken.oracle());
    Broken shrunk = Search.broken(least, Bug.NONE).orElse(broken);
    throw new AssertionError(
        "seed %d breaks a promise; keep it in seeds.txt. %d steps are enough: %s%n%s"
            .formatted(seed, least.steps().size(), least.steps(), shrunk.getMessage()),
        shrunk);
  }

  private static List<Long> known() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SimulationTest.class.getResourceAsStream("seeds.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::valueOf)
          .toList();
    }
  }
}
