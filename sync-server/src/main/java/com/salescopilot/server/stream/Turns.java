package com.salescopilot.server.stream;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.DbFailure;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets the writers of one workspace in one after the other, in the order they came. They wait here
/// and not on the stream's row, so a busy workspace holds one connection and not all of them.
final class Turns {
  private final Duration patience;
  private final ConcurrentMap<WorkspaceId, ReentrantLock> locks = new ConcurrentHashMap<>();

  /// @param patience how long a writer waits before it is told to come again
  Turns(Duration patience) {
    this.patience = patience;
  }

  /// Does the work when its turn has come.
  ///
  /// @throws DbFailure.Unavailable if that takes too long; nothing was done
  <T> T take(WorkspaceId workspace, Supplier<T> work) {
    Runnable end = begin(workspace);
    try {
      return work.get();
    } finally {
      end.run();
    }
  }

  /// Begins a turn that its own thread ends.
  ///
  /// @return ends it
  /// @throws DbFailure.Unavailable if it does not come in time
  Runnable begin(WorkspaceId workspace) {
    ReentrantLock lock = locks.computeIfAbsent(workspace, _ -> new ReentrantLock(true));
    if (!taken(lock)) {
      throw DbFailure.busy("a workspace's turn");
    }
    return lock::unlock;
  }

  private boolean taken(ReentrantLock lock) {
    try {
      return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
