package com.salescopilot.server.auth;

import com.salescopilot.server.http.AppError;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets two password hashes run at once and few wait.
///
/// One hash takes 46 MiB and a core for a moment: without a gate a hundred sign-ins would take the
/// memory and the machine. It runs on a thread of the operating system, which shares the cores: a
/// virtual thread keeps the one that it got, and on two cores two hashes would stop every other
/// request.
final class HashGate {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Semaphore running = new Semaphore(AT_ONCE, true);
  private final Semaphore places = new Semaphore(AT_ONCE + WAITING);

  /// Runs a hash when its turn comes.
  ///
  /// @throws AppError.Unavailable if too many wait, or the turn does not come in time
  <T> T hash(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw busy();
    }
    try {
      if (!running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
      return apart(work);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      places.release();
    }
  }

  /// The turn ends with the work, also if nobody waits for it any more.
  private <T> T apart(Supplier<T> work) throws InterruptedException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              try {
                return work.get();
              } finally {
                running.release();
              }
            });
    try {
      Thread _ = Thread.ofPlatform().daemon().name("password-hash").start(task);
    } catch (OutOfMemoryError e) { // no thread is to be had; the turn is another's then
      running.release();
      throw e;
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }

  private static AppError busy() {
    return new AppError.Unavailable("Many people sign in just now. Try again in a moment.", RETRY);
  }
}
