package com.salescopilot.desktop.ui;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes work off the screen's thread and brings its result back there. Called on that thread
/// alone, but for the waiting at the end.
public final class Async {
  private static final System.Logger LOG = System.getLogger(Async.class.getName());

  private final Executor background;
  private final Executor screen;
  private final Map<Object, Object> newest = new WeakHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /// @param background runs the work
  /// @param screen runs what is done with results
  public Async(Executor background, Executor screen) {
    this.background = background;
    this.screen = screen;
  }

  /// Threads of its own for each piece of work, results on the scene graph's.
  public static Async ofWindow() {
    return new Async(work -> Thread.ofVirtual().name("screen-work").start(work), new FxExecutor());
  }

  /// Does the work and hands on what came of it.
  public <T> void run(
      Supplier<T> work, Consumer<T> onResult, Consumer<RuntimeException> onFailure) {
    latest(new Object(), work, onResult, onFailure);
  }

  /// Does the work; if the same key was given more work meanwhile, the result is dropped.
  ///
  /// @param key whose work it is: what a newer result makes worthless
  public <T> void latest(
      Object key, Supplier<T> work, Consumer<T> onResult, Consumer<RuntimeException> onFailure) {
    Object turn = new Object();
    newest.put(key, turn);
    underWay.incrementAndGet();
    background.execute(
        () -> {
          Runnable delivery = () -> {};
          try {
            T result = work.get();
            delivery = () -> onResult.accept(result);
          } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "work for the screen failed", e);
            delivery = () -> onFailure.accept(e);
          } finally {
            hand(key, turn, delivery);
          }
        });
  }

  private void hand(Object key, Object turn, Runnable delivery) {
    screen.execute(
        () -> {
          try {
            deliver(key, turn, delivery);
          } finally {
            ended();
          }
        });
  }

  private void ended() {
    if (underWay.decrementAndGet() == 0) {
      synchronized (underWay) {
        underWay.notifyAll();
      }
    }
  }

  /// Waits, on any thread but the screen's, until nothing is under way any more and nothing that
  /// came of it: what a screen began to write when it was left is written then.
  ///
  /// @param longest how long it waits at most
  public void finish(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (underWay) {
      while (underWay.get() > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          LOG.log(System.Logger.Level.WARNING, "work for the screen is given up");
          return;
        }
        underWay.wait(left);
      }
    }
  }

  /// Runs something on the screen's thread.
  public void onScreen(Runnable task) {
    screen.execute(task);
  }

  @SuppressWarnings("ReferenceEquality") // a turn is nothing but itself
  private void deliver(Object key, Object turn, Runnable delivery) {
    if (newest.get(key) == turn) {
      delivery.run();
    }
  }
}
