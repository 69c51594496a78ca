package com.salescopilot.desktop.store;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// Runs work on another thread and waits for it to the end: whether a write happened must not
/// depend on who was interrupted.
final class Waiting {
  private Waiting() {}

  static <T> T on(ExecutorService thread, Callable<T> work) {
    Future<T> result = thread.submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw thrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Takes no more work, and waits until all that was taken is done.
  static void end(ExecutorService thread) {
    thread.close();
  }

  /// Daemon threads: a program that ends does not wait for them, and what was acknowledged is on
  /// disk.
  static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case IOException e -> StoreException.of(e);
      case null, default -> new IllegalStateException(cause);
    };
  }
}
