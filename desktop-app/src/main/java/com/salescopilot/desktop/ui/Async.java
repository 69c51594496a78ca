package com.salescopilot.desktop.ui;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes work off the screen's thread and brings its result back there. Called on that thread
/// alone.
public final class Async {
  private static final System.Logger LOG = System.getLogger(Async.class.getName());

  private final Executor background;
  private final Executor screen;
  private final Map<Object, Object> newest = new WeakHashMap<>();

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
    background.execute(
        () -> {
          try {
            T result = work.get();
            screen.execute(() -> deliver(key, turn, () -> onResult.accept(result)));
          } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "work for the screen failed", e);
            screen.execute(() -> deliver(key, turn, () -> onFailure.accept(e)));
          }
        });
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
