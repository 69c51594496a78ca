package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.RemoteException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Does one thing again and again while there is a server, and waits longer and longer while it
/// fails.
final class Loop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final String name;
  private final Link link;
  private final Contact contact;
  private final Round round;
  private final Backoff backoff;
  private final Bell bell = new Bell();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean failing;

  Loop(String name, Link link, Contact contact, Round round, RandomGenerator random) {
    this.name = name;
    this.link = link;
    this.contact = contact;
    this.round = round;
    this.backoff = new Backoff(random);
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// One turn of the loop.
  interface Round {
    /// Says what to do next.
    Next run();
  }

  enum Next {
    AGAIN,
    WAIT_FOR_WORK
  }

  void start() {
    thread.start();
  }

  /// There is work.
  void ring() {
    bell.ring();
  }

  /// The network or the sign-in is back: whatever failed is tried at once.
  void wake() {
    bell.wake();
  }

  boolean isFailing() {
    return failing;
  }

  private void run() {
    try {
      while (!closed) {
        if (link.isUp()) {
          turn();
        } else {
          bell.awaitRing();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try {
      Next next = round.run();
      backoff.reset();
      failing = false;
      contact.made();
      if (next == Next.WAIT_FOR_WORK) {
        bell.awaitRing();
      }
    } catch (RemoteException e) {
      failed(e, e.retryAfter());
    } catch (RuntimeException e) {
      // a full disk, or a defect of ours: the next attempt may find it mended
      failed(e, Duration.ZERO);
    }
  }

  private void failed(RuntimeException e, Duration least) throws InterruptedException {
    if (!link.isUp()) {
      contact.changed();
      return;
    }
    if (!failing) {
      LOG.log(System.Logger.Level.INFO, "{0} waits: {1} ({2})", name, e.getMessage(), e.getClass());
      LOG.log(System.Logger.Level.DEBUG, "a round failed", e);
    }
    failing = true;
    contact.failed(e);
    bell.awaitWake(backoff.next(least));
  }

  @Override
  public void close() {
    closed = true;
    bell.wake();
    try {
      thread.join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
