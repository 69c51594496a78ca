package com.salescopilot.server.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// Lets so many requests run as the database can serve, and refuses the rest early.
///
/// A few may wait a moment. A tenant that is not alone holds a third of the permits at most, and
/// the rest of what it asks for waits behind its neighbours: one busy workspace cannot starve them.
final class Admission {
  private static final int MOST_WAITING = 64;

  /// Less than the 250 ms in which 99 of 100 are to be answered: who waited still has to be served.
  private static final Duration PATIENCE = Duration.ofMillis(180);

  /// Where somebody has waited for longer than this without a break, waiting is no peak that
  /// passes: then who is not served soon is refused soon, and whoever is served was not kept long.
  private static final Duration STANDING = Duration.ofMillis(100);

  private static final int SHORTER = 3;

  private static final Duration BEGUN = Duration.ofSeconds(10);

  private static final int RETRY_SECONDS = 3;

  /// There are three permits for each connection to the database: a tenant beside others holds as
  /// many as there are connections, and the others find no queue of its requests before these.
  private static final int SHARES = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final int share;
  private final RandomGenerator random;
  private final Map<Object, Integer> held = new HashMap<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Neighbours neighbours = new Neighbours(System::nanoTime);
  private final Duration patience;
  private int free;
  private long somebodySince;

  Admission(int permits, RandomGenerator random) {
    this(permits, random, PATIENCE);
  }

  /// @param patience how long one may wait for a permit
  Admission(int permits, RandomGenerator random, Duration patience) {
    this.patience = patience;
    this.share = Math.max(1, permits / SHARES);
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
      if (gets(tenant)) {
        return;
      }
      if (waiting.size() >= MOST_WAITING || waitingOf(tenant) >= MOST_WAITING / 2) {
        throw refused();
      }
      await(tenant, isStanding() ? patience.dividedBy(SHORTER) : patience);
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a permit again, in the middle of an answer: what was done for it so far would be
  /// lost, so that this waits longer and is never refused at once.
  ///
  /// @throws AppError.Unavailable if even that was not long enough
  void resume(Object tenant) {
    lock.lock();
    try {
      if (!gets(tenant)) {
        await(tenant, BEGUN);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean gets(Object tenant) {
    neighbours.came(tenant);
    boolean got = free > 0 && mayHold(tenant);
    if (got) {
      take(tenant);
    }
    return got;
  }

  private boolean isStanding() {
    return !waiting.isEmpty() && System.nanoTime() - somebodySince > STANDING.toNanos();
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

  /// One tenant's flood must not take the places in which the others wait for their share.
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

  private void await(Object tenant, Duration most) {
    Waiter waiter = new Waiter(tenant, lock.newCondition());
    if (waiting.isEmpty()) {
      somebodySince = System.nanoTime();
    }
    waiting.add(waiter);
    try {
      long left = most.toNanos();
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

  /// Gives a permit back, to the first who waits and may hold one more.
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
    while (free > 0) {
      Optional<Waiter> chosen = waiting.stream().filter(one -> mayHold(one.tenant)).findFirst();
      if (chosen.isEmpty()) {
        return;
      }
      Waiter waiter = chosen.get();
      waiting.remove(waiter);
      take(waiter.tenant);
      waiter.admitted = true;
      waiter.turn.signal();
    }
  }

  private boolean mayHold(Object tenant) {
    return held.getOrDefault(tenant, 0) < share || !neighbours.has(tenant);
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
