package com.salescopilot.model.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The oracles are tested too: each of these mistakes must be seen, and soon.
final class SeededBugsTest {
  private static final int MOST_SEEDS = 500;
  private static final int THREADS = 2;

  /// Which oracle caught a bug, after how many seeds.
  private record Caught(Oracle oracle, int seeds) {}

  @Test
  void every_seeded_bug_is_caught_within_500_seeds() throws Exception {
    Set<Bug> bugs = EnumSet.complementOf(EnumSet.of(Bug.NONE));
    Map<Bug, Future<List<Caught>>> hunts = new TreeMap<>();
    Map<Bug, List<Caught>> caught = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      bugs.forEach(bug -> hunts.put(bug, threads.submit(() -> hunt(bug))));
    }
    for (Map.Entry<Bug, Future<List<Caught>>> hunt : hunts.entrySet()) {
      caught.put(hunt.getKey(), hunt.getValue().get());
    }
    caught.forEach(
        (bug, by) ->
            System.out.printf(
                "%-34s %s%n",
                bug,
                by.isEmpty()
                    ? "escaped"
                    : by.getFirst().oracle() + ", seed " + by.getFirst().seeds()));
    assertThat(bugs).hasSizeGreaterThanOrEqualTo(30);
    caught.values().removeIf(by -> !by.isEmpty());
    assertThat(caught.keySet()).as("bugs that no oracle saw").isEmpty();
  }

  static Stream<Arguments> invariants() {
    return Stream.of(
        arguments("I1", Bug.IMAGE_NEVER_DROPPED),
        arguments("I2", Bug.REFOLD_FORGOTTEN),
        arguments("I3", Bug.REV_NOT_KEPT),
        arguments("I4", Bug.NUMBER_GIVEN_TWICE),
        arguments("I5", Bug.CURSOR_BEFORE_ROWS),
        arguments("I6", Bug.EDIT_NOT_IN_JOURNAL));
  }

  @ParameterizedTest
  @MethodSource("invariants")
  void each_invariant_of_the_clients_store_is_seen_broken(String invariant, Bug bug) {
    boolean seen =
        LongStream.rangeClosed(1, MOST_SEEDS)
            .mapToObj(seed -> Search.broken(Plan.of(seed), bug))
            .flatMap(Optional::stream)
            .anyMatch(broken -> broken.toString().contains(" " + invariant + ": "));
    assertThat(seen).isTrue();
  }

  private static List<Caught> hunt(Bug bug) {
    List<Caught> caught = new ArrayList<>();
    for (int seed = 1; seed <= MOST_SEEDS && caught.isEmpty(); seed++) {
      int seeds = seed;
      Search.broken(Plan.of(seed), bug)
          .ifPresent(broken -> caught.add(new Caught(broken.oracle(), seeds)));
    }
    return caught;
  }
}
