package com.salescopilot.server.events;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes who waits for work in this process. A wait begins with a count taken *before* looking for
/// work, so a ring between the look and the wait is not lost.
public final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rings = lock.newCondition();
  private long count;

  /// There may be work.
  public void ring() {
    lock.lock();
    try {
      count++;
      rings.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How often it has rung.
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it has rung more often than `since`, or the time is over.
  ///
  /// @return whether it rang
  public boolean await(long since, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (count == since && left > 0) {
        left = rings.awaitNanos(left);
      }
      return count != since;
    } finally {
      lock.unlock();
    }
  }
}
