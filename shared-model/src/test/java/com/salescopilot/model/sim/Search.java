package com.salescopilot.model.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Runs seed after seed on two threads. A run shares nothing with another one.
final class Search {
  private static final int THREADS = 2;

  /// What came of many seeds.
  ///
  /// @param found the failures, by seed; one a thread, for a thread stops at its first
  record Found(List<Failure> found, Tally tally) {}

  /// A seed that breaks a promise.
  record Failure(long seed, Broken broken) {}

  Found seeds(long from, long to) throws InterruptedException, ExecutionException {
    AtomicLong next = new AtomicLong(from);
    List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
    List<Future<Tally>> tallies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        tallies.add(threads.submit(() -> run(next, to, failures)));
      }
    }
    Tally all = new Tally();
    for (Future<Tally> tally : tallies) {
      all.add(tally.get());
    }
    return new Found(List.copyOf(failures), all);
  }

  private static Tally run(AtomicLong next, long to, List<Failure> failures) {
    Tally tally = new Tally();
    long seed;
    while (failures.isEmpty() && (seed = next.getAndIncrement()) <= to) {
      try {
        tally.add(World.run(Plan.of(seed), Bug.NONE).tally());
      } catch (Broken e) {
        failures.add(new Failure(seed, e));
      }
    }
    return tally;
  }

  /// The oracle that sees a plan break a promise, if one does.
  static Optional<Broken> broken(Plan plan, Bug bug) {
    try {
      World.run(plan, bug);
      return Optional.empty();
    } catch (Broken e) {
      return Optional.of(e);
    }
  }
}
