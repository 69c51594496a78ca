package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.Pull;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.SyncServer;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.protocol.Objection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads what is new. One at a time, so that a cursor never goes back.
final class PullRounds {
  private static final int PARKED_SECONDS = 25;

  /// A server that objects so often in a row will not be satisfied.
  private static final int MOST_OBJECTIONS = 5;

  private final ClientCore core;
  private final Link link;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicInteger hurried = new AtomicInteger();
  private int objections;
  private volatile @Nullable Pull parked;

  PullRounds(ClientCore core, Link link) {
    this.core = core;
    this.link = link;
  }

  /// Reads what is new, waiting for something new if there is nothing yet.
  void live() {
    turn.lock();
    try {
      link.ask(this::park);
    } finally {
      parked = null;
      turn.unlock();
    }
  }

  private boolean park(SyncServer server) {
    Pull pull = server.pull(core.pullRequest(PARKED_SECONDS));
    parked = pull;
    // whoever is in a hurry either sees this pull and ends it, or is seen here
    if (hurried.get() > 0) {
      return false;
    }
    try {
      read(pull);
      return true;
    } catch (RemoteException.NoAnswer e) {
      if (hurried.get() > 0) {
        return false;
      }
      throw e;
    }
  }

  /// Reads what is new and waits for nothing.
  void now() {
    alone(
        () ->
            link.ask(
                server -> {
                  read(server.pull(core.pullRequest(0)));
                  return true;
                }));
  }

  /// What the server objects to is mended; the next round asks again.
  private void read(Pull pull) {
    Optional<Objection> objection = pull.run(core::onPage);
    objections = objection.isPresent() ? objections + 1 : 0;
    if (objections > MOST_OBJECTIONS) {
      throw new RemoteException.Garbled("it objects to everything that this machine has read");
    }
    objection.ifPresent(core::onObjection);
  }

  /// Returns when nothing is being read.
  void settle() {
    alone(() -> {});
  }

  /// Does something while nothing is read; a reading that is waiting makes way.
  private void alone(Runnable work) {
    hurried.incrementAndGet();
    try {
      Pull waiting = parked;
      if (waiting != null) {
        waiting.cancel();
      }
      turn.lock();
      try {
        work.run();
      } finally {
        turn.unlock();
      }
    } finally {
      hurried.decrementAndGet();
    }
  }
}
