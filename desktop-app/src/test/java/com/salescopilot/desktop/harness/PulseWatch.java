package com.salescopilot.desktop.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Watches that the screen's thread stays free: asks it again and again, and notes each time that
/// it did not answer within the limit, with what it was doing then.
///
/// Machines that run tests are busy, so a late answer alone counts nothing: the thread must have
/// worked all that time itself, or have waited inside our code.
public final class PulseWatch implements AutoCloseable {
  /// How long the screen's thread may be held.
  public static final Duration LIMIT = Duration.ofMillis(100);

  private static final long EVERY_MS = 10;
  private static final String OURS = "com.salescopilot.";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Stall> stalls = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration limit;
  private final Thread screen;
  private final Thread watcher;

  /// One time that the thread was held.
  ///
  /// @param worked how much of it the thread computed
  /// @param doing its innermost frames when the limit was over
  public record Stall(Duration lasted, Duration worked, List<StackTraceElement> doing) {}

  private PulseWatch(Duration limit, Thread screen) {
    this.limit = limit;
    this.screen = screen;
    this.watcher = Thread.ofPlatform().daemon().name("pulse-watch").unstarted(this::watch);
  }

  /// Begins.
  public static PulseWatch start() {
    return start(LIMIT);
  }

  /// Begins, with another limit.
  public static PulseWatch start(Duration limit) {
    PulseWatch watch = new PulseWatch(limit, Ui.call(Thread::currentThread));
    watch.watcher.start();
    return watch;
  }

  /// All that were noted, when it is over.
  public List<Stall> stop() {
    close();
    synchronized (stalls) {
      return List.copyOf(stalls);
    }
  }

  private void watch() {
    try {
      while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
        ask();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    long asked = System.nanoTime();
    long cpu = threads.getThreadCpuTime(screen.threadId());
    Platform.runLater(answered::countDown);
    if (answered.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    StackTraceElement[] doing = screen.getStackTrace();
    boolean waits = screen.getState() != Thread.State.RUNNABLE && isOurs(doing);
    answered.await();
    Duration worked = Duration.ofNanos(threads.getThreadCpuTime(screen.threadId()) - cpu);
    if (waits || worked.compareTo(limit) > 0) {
      Duration lasted = Duration.ofNanos(System.nanoTime() - asked);
      synchronized (stalls) {
        stalls.add(
            new Stall(lasted, worked, List.of(doing).subList(0, Math.min(30, doing.length))));
      }
    }
  }

  private static boolean isOurs(StackTraceElement[] frames) {
    return List.of(frames).stream().anyMatch(frame -> frame.getClassName().startsWith(OURS));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
