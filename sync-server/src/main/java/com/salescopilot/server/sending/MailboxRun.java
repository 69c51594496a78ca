package com.salescopilot.server.sending;

import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.GroupCommit;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Serves one leased mailbox: claims what is due, sends it over its connections, and writes down
/// what became of it. Lingers a while when nothing is left, as the next mail often follows.
final class MailboxRun {
  private static final System.Logger LOG = System.getLogger(MailboxRun.class.getName());
  private static final Duration LINGER = Duration.ofSeconds(20);
  private static final Duration LEAST_REST = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofMinutes(15);
  private static final Duration BEFORE_WRITING_AGAIN = Duration.ofMillis(250);
  private static final int MOST_OUTCOMES = 256;
  private static final int MOST_FAILURES_AT_THE_END = 20;
  private static final Duration GRACE = Duration.ofSeconds(8);

  private final Lease lease;
  private final Claims claims;
  private final Outcomes outcomes;
  private final Connections connections;
  private final DotMarks marks;
  private final InstantSource clock;
  private final Bell bell = new Bell();
  private final GroupCommit<Outcomes.Ended, Boolean> journal;
  private final AtomicInteger inHand = new AtomicInteger();
  private final AtomicInteger listening = new AtomicInteger();
  private final Semaphore slots;
  private final int most;
  private volatile boolean stopping;
  private volatile boolean lost;
  private volatile Instant restUntil = Instant.MIN;
  private final AtomicInteger unreachable = new AtomicInteger();

  MailboxRun(
      Lease lease,
      Claims claims,
      Outcomes outcomes,
      SmtpAccount account,
      DotMarks marks,
      InstantSource clock) {
    this.lease = lease;
    this.claims = claims;
    this.outcomes = outcomes;
    this.connections = new Connections(account, LINGER);
    this.marks = marks;
    this.clock = clock;
    this.journal = new GroupCommit<>("outcomes", MOST_OUTCOMES, this::write);
    this.slots = new Semaphore(account.relay().connections());
    this.most = 2 * account.relay().connections();
  }

  Lease lease() {
    return lease;
  }

  /// There may be something to send.
  void wake() {
    bell.ring();
  }

  /// Claims nothing more; what is in hand is sent.
  void stop() {
    stopping = true;
    bell.ring();
  }

  /// The lease is somebody else's: nothing more may be claimed, and marks will be refused.
  void lose() {
    lost = true;
    stop();
  }

  /// Serves until there is nothing to do for a while, or it is told to stop.
  void serve() throws InterruptedException {
    journal.start();
    try {
      if (lease.left()) {
        outcomes.settle(lease);
      }
      long idleSince = System.nanoTime();
      while (!stopping) {
        long rung = bell.count();
        Duration pause = step();
        if (inHand.get() > 0 || pause.isZero()) {
          idleSince = System.nanoTime();
        } else if (System.nanoTime() - idleSince > LINGER.toNanos()) {
          break;
        }
        connections.closeIdle();
        bell.await(rung, pause);
      }
    } finally {
      finish();
    }
  }

  /// Claims what there is room for.
  ///
  /// @return how long nothing will be due, at the most
  private Duration step() {
    Instant now = clock.instant();
    if (restUntil.isAfter(now)) {
      return shorter(Duration.between(now, restUntil), LINGER);
    }
    int free = room();
    if (free <= 0) {
      return LINGER; // each mail that ends rings
    }
    Claims.Claimed claimed = claims.claim(lease, free);
    if (!claimed.held()) {
      lose();
      return LINGER;
    }
    claimed.letters().forEach(this::begin);
    if (!claimed.letters().isEmpty()) {
      return Duration.ZERO;
    }
    return claimed
        .next()
        .map(next -> shorter(positive(Duration.between(clock.instant(), next)), LINGER))
        .orElse(LINGER);
  }

  /// Mails of which only a late answer is listened for hold up no other; but a server that leaves
  /// very many without an answer is not given ever more.
  private int room() {
    int waiting = inHand.get() - Math.min(listening.get(), most);
    return Math.min(most - waiting, most);
  }

  private void begin(Letter letter) {
    inHand.incrementAndGet();
    Thread.ofVirtual().name("letter").start(() -> deliver(letter));
  }

  private void deliver(Letter letter) {
    Slot slot = new Slot();
    try {
      slots.acquire();
      Attempt attempt;
      try {
        attempt = connections.send(letter, clock, dot(letter, slot));
      } finally {
        slot.free(); // the next mail need not wait for this one's outcome to be written
      }
      note(letter.email(), attempt);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "an outcome is left to whoever holds the mailbox next", e);
    } finally {
      slot.end();
      inHand.decrementAndGet();
      bell.ring();
    }
  }

  private SmtpSession.Dot dot(Letter letter, Slot slot) {
    return new SmtpSession.Dot() {
      private static final long STALLED_MILLIS = 1_000;

      @Override
      public boolean mayLeave() {
        long asked = System.nanoTime();
        // a process that was frozen here thaws in a changed world: it must not write the dot
        return marks.mark(lease, letter.email(), STALLED_MILLIS)
            && System.nanoTime() - asked < STALLED_MILLIS * 1_000_000;
      }

      @Override
      public void doubted() {
        slot.listen();
        bell.ring();
        note(letter.email(), new Attempt.Doubtful("The server has not answered for a minute."));
      }
    };
  }

  /// A connection's place, given back once: when the mail is done, or when only an answer that may
  /// never come is still listened for.
  private final class Slot {
    private boolean freed;
    private boolean listens;

    synchronized void free() {
      if (!freed) {
        freed = true;
        slots.release();
      }
    }

    synchronized void listen() {
      listens = true;
      listening.incrementAndGet();
      free();
    }

    synchronized void end() {
      if (listens) {
        listening.decrementAndGet();
      }
    }
  }

  private void note(UUID email, Attempt attempt) {
    Duration pause = Duration.ZERO;
    if (attempt instanceof Attempt.Unreachable) {
      pause = rest(attempt);
    } else {
      unreachable.set(0);
    }
    journal.submit(new Outcomes.Ended(email, attempt, clock.instant(), pause)).join();
  }

  /// No server: the mailbox rests, ever longer, and no mail loses an attempt over it.
  private synchronized Duration rest(Attempt attempt) {
    Instant now = clock.instant();
    if (restUntil.isAfter(now)) {
      return Duration.between(now, restUntil); // all that are in hand meet the same outage
    }
    int times = Math.min(unreachable.getAndIncrement(), 10);
    Duration pause = shorter(LEAST_REST.multipliedBy(1L << times), LONGEST_REST);
    restUntil = now.plus(pause);
    if (times == 0) {
      LOG.log(Level.WARNING, "the mail server cannot be reached: {0}", attempt.words());
    }
    return pause;
  }

  /// Held in memory and tried again for as long as the process lives: an outcome is never given up.
  private List<Boolean> write(List<Outcomes.Ended> ended) {
    boolean told = false;
    int failures = 0;
    while (true) {
      try {
        outcomes.record(lease, ended);
        return ended.stream().map(_ -> true).toList();
      } catch (RuntimeException e) {
        if (!told) {
          LOG.log(Level.WARNING, "outcomes cannot be written down; trying again", e);
          told = true;
        }
        if (stopping && ++failures > MOST_FAILURES_AT_THE_END) {
          throw e; // whoever holds the mailbox next settles them as doubtful
        }
        LockSupport.parkNanos(BEFORE_WRITING_AGAIN.toNanos());
      }
    }
  }

  private void finish() throws InterruptedException {
    awaitLetters(GRACE);
    connections.close();
    awaitLetters(LINGER); // what is cut off still says how it ended
    journal.stop();
    if (!lost) {
      outcomes.release(lease);
    }
  }

  private void awaitLetters(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long rung = bell.count();
    while (inHand.get() > 0 && System.nanoTime() < end) {
      bell.await(rung, Duration.ofMillis(200));
      rung = bell.count();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration positive(Duration some) {
    return some.isNegative() ? Duration.ZERO : some;
  }
}
