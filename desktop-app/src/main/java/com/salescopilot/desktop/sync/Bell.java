package com.salescopilot.desktop.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a loop waits for. A `ring` says that there is work, a `wake` that waiting out a failure is
/// over too. Neither is lost when nobody waits.
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private boolean rung;
  private boolean woken;

  void ring() {
    lock.lock();
    try {
      rung = true;
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void wake() {
    lock.lock();
    try {
      rung = true;
      woken = true;
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for either.
  void awaitRing() throws InterruptedException {
    lock.lock();
    try {
      while (!rung) {
        heard.await();
      }
      rung = false;
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a wake, at most so long; a ring stays for later.
  void awaitWake(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!woken && left > 0) {
        left = heard.awaitNanos(left);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }
}
