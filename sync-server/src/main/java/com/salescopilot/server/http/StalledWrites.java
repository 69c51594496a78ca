package com.salescopilot.server.http;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Cuts off clients that take nothing of what is written to them. Sockets have a limit for reading
/// alone: who asked and never read would keep a connection and its thread for ever.
final class StalledWrites implements AutoCloseable {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;

  /// @param limit how long one piece may take
  StalledWrites(Duration limit) {
    this.limit = limit;
    timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("stalls").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /// Writes one piece to a client.
  interface Write {
    void run() throws IOException;
  }

  /// Runs a write for as long as it may take; an interrupted one closes its socket.
  ///
  /// @throws CloseConnectionException if it took longer
  void watch(Write write) throws IOException {
    Thread writer = Thread.currentThread();
    AtomicBoolean cut = new AtomicBoolean();
    Future<?> end =
        timer.schedule(
            () -> {
              cut.set(true);
              writer.interrupt();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      write.run();
    } catch (IOException | RuntimeException e) {
      if (cut.get()) {
        throw new CloseConnectionException("The client took nothing for " + limit + ".", e);
      }
      throw e;
    } finally {
      end.cancel(false);
      if (cut.get()) {
        var _ = Thread.interrupted();
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
