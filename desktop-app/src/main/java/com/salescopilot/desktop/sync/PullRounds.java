package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.Pull;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.SyncServer;
import com.salescopilot.model.client.ClientCore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads what is new. One at a time, so that a cursor never goes back.
final class PullRounds {
  private static final int PARKED_SECONDS = 25;

  private final ClientCore core;
  private final Link link;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicInteger hurried = new AtomicInteger();
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
      pull.run(core::onPage);
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
                  server.pull(core.pullRequest(0)).run(core::onPage);
                  return true;
                }));
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
