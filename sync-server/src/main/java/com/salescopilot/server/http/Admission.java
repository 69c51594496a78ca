package com.salescopilot.server.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// Lets so many requests run as the database can serve, and refuses the rest early.
///
/// A few may wait a moment. While they wait, a tenant that already holds half of the permits gets
/// no further one before the others: one busy workspace cannot starve its neighbours.
final class Admission {
  private static final int MOST_WAITING = 64;

  /// Less than the 250 ms in which 99 of 100 are to be answered: who waited still has to be served.
  private static final Duration PATIENCE = Duration.ofMillis(180);

  /// Where somebody has waited for longer than this without a break, waiting is no peak that
  /// passes: then who is not served soon is refused soon, and whoever is served was not kept long.
  private static final Duration STANDING = Duration.ofMillis(100);

  private static final int SHORTER = 3;

  private static final int RETRY_SECONDS = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final int permits;
  private final RandomGenerator random;
  private final Map<Object, Integer> held = new HashMap<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Duration patience;
  private int free;
  private long somebodySince;

  Admission(int permits, RandomGenerator random) {
    this(permits, random, PATIENCE);
  }

  /// @param patience how long one may wait for a permit
  Admission(int permits, RandomGenerator random, Duration patience) {
    this.patience = patience;
    this.permits = permits;
    this.free = permits;
    this.random = random;
  }

  private static final class Waiter {
    final Object tenant;
    final Condition turn;
    boolean admitted;

    Waiter(Object tenant, Condition turn) {
      this.tenant = tenant;
      this.turn = turn;
    }
  }

  /// Waits for a permit; who gets one must [leave][#leave].
  ///
  /// @param tenant whose share this counts against
  /// @throws AppError.Unavailable if there are too many, with a random second to come again
  void enter(Object tenant) {
    lock.lock();
    try {
      if (free > 0) {
        take(tenant);
        return;
      }
      if (waiting.size() >= MOST_WAITING || waitingOf(tenant) >= MOST_WAITING / 2) {
        throw refused();
      }
      await(tenant);
    } finally {
      lock.unlock();
    }
  }

  /// Refuses at once where no tenant would get a place to wait in: before anybody asks whose
  /// request it is, which costs more than to refuse it.
  ///
  /// @throws AppError.Unavailable as [#enter]
  void look() {
    lock.lock();
    try {
      if (free <= 0 && waiting.size() >= MOST_WAITING) {
        throw refused();
      }
    } finally {
      lock.unlock();
    }
  }

  /// One tenant's flood must not take the places in which the others wait for their half.
  private long waitingOf(Object tenant) {
    return waiting.stream().filter(waiter -> waiter.tenant.equals(tenant)).count();
  }

  /// Who waits now, in their order.
  List<Object> waitingNow() {
    lock.lock();
    try {
      return waiting.stream().map(waiter -> waiter.tenant).toList();
    } finally {
      lock.unlock();
    }
  }

  private void await(Object tenant) {
    Waiter waiter = new Waiter(tenant, lock.newCondition());
    long now = System.nanoTime();
    if (waiting.isEmpty()) {
      somebodySince = now;
    }
    waiting.add(waiter);
    boolean standing = now - somebodySince > STANDING.toNanos();
    try {
      long left = standing ? patience.toNanos() / SHORTER : patience.toNanos();
      while (!waiter.admitted && left > 0) {
        left = waiter.turn.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!waiter.admitted) {
      waiting.remove(waiter);
      throw refused();
    }
  }

  /// Gives a permit back, to the first who waits and holds less than half, else to the first.
  void leave(Object tenant) {
    lock.lock();
    try {
      held.computeIfPresent(tenant, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
      free++;
      next();
    } finally {
      lock.unlock();
    }
  }

  private void next() {
    Waiter chosen = null;
    for (Waiter waiter : waiting) {
      if (held.getOrDefault(waiter.tenant, 0) < Math.max(1, permits / 2)) {
        chosen = waiter;
        break;
      }
    }
    if (chosen == null) {
      chosen = waiting.peek();
    }
    if (chosen != null) {
      waiting.remove(chosen);
      take(chosen.tenant);
      chosen.admitted = true;
      chosen.turn.signal();
    }
  }

  private void take(Object tenant) {
    free--;
    held.merge(tenant, 1, Integer::sum);
  }

  private AppError refused() {
    return new AppError.Unavailable(
        "The server is busy; nothing was changed. Try again in a moment.",
        Duration.of(1L + random.nextInt(RETRY_SECONDS), TimeUnit.SECONDS.toChronoUnit()));
  }
}
