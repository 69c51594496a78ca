package com.salescopilot.desktop.harness;

import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.ui.Async;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/// The screen's thread in tests without a window: the test's own. Its tasks run at once; those that
/// come from other threads, such as news of the store, run when the test waits for them.
public final class TestThread implements Executor {
  private final Thread own = Thread.currentThread();
  private final BlockingQueue<Runnable> fromOthers = new LinkedBlockingQueue<>();

  /// Does all work at once, on this thread.
  public Async async() {
    return new Async(Runnable::run, this);
  }

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().equals(own)) {
      task.run();
    } else {
      fromOthers.add(task);
    }
  }

  /// Runs what other threads ask for until something is so.
  public void until(String what, Callable<Boolean> condition) {
    await(what)
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              for (Runnable task = fromOthers.poll(); task != null; task = fromOthers.poll()) {
                task.run();
              }
              return condition.call();
            });
  }
}
