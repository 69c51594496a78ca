package com.salescopilot.server.stream;

import com.salescopilot.model.id.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Who waits for news of a workspace. A wait begins with a ticket taken *before* looking at the
/// database, so what is committed between the look and the wait ends the wait at once.
public final class Heads {
  private final ConcurrentMap<WorkspaceId, Bell> bells = new ConcurrentHashMap<>();
  private final List<Consumer<WorkspaceId>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  /// Something of this workspace was committed.
  public void moved(WorkspaceId workspace) {
    bell(workspace).ring();
    listeners.forEach(listener -> listener.accept(workspace));
  }

  /// Tells also this listener of every commit from now on; on the thread that committed, so it must
  /// be quick.
  public void whenMoved(Consumer<WorkspaceId> listener) {
    listeners.add(listener);
  }

  /// Begins to listen.
  public Ticket ticket(WorkspaceId workspace) {
    Bell bell = bell(workspace);
    return new Ticket(this, bell, bell.rung());
  }

  /// Ends all waits without news, and every later one at once: the server stops.
  public void letGo() {
    over = true;
    bells.values().forEach(Bell::ring);
  }

  private Bell bell(WorkspaceId workspace) {
    return bells.computeIfAbsent(workspace, _ -> new Bell());
  }

  /// The moment from which news count.
  public static final class Ticket {
    private final Heads heads;
    private final Bell bell;
    private final long rung;

    private Ticket(Heads heads, Bell bell, long rung) {
      this.heads = heads;
      this.bell = bell;
      this.rung = rung;
    }

    /// Waits for news.
    ///
    /// @return false if there were none in that time, or the thread was interrupted
    public boolean await(Duration most) {
      return !heads.over && bell.await(rung, most) && !heads.over;
    }
  }

  private static final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rings = lock.newCondition();
    private long count;

    long rung() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }

    void ring() {
      lock.lock();
      try {
        count++;
        rings.signalAll();
      } finally {
        lock.unlock();
      }
    }

    boolean await(long since, Duration most) {
      lock.lock();
      try {
        long nanos = most.toNanos();
        while (count == since && nanos > 0) {
          nanos = rings.awaitNanos(nanos);
        }
        return count != since;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        lock.unlock();
      }
    }
  }
}
