package com.salescopilot.server.http;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Cuts off clients that neither read nor write. Sockets of Java have no limit for writing, and
/// none for a whole body: who asked and never read, or sent a byte now and then, would keep a
/// connection and its thread for ever.
final class Stalls implements AutoCloseable {
  private static final int SLOWEST_BYTES_A_SECOND = 4_096;

  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;

  /// @param limit how long one piece may take
  Stalls(Duration limit) {
    this.limit = limit;
    timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("stalls").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /// Talks to a client.
  interface Talk<T> {
    T run() throws IOException;
  }

  /// Writes one piece to a client.
  interface Write {
    void run() throws IOException;
  }

  /// Runs a write for as long as one piece may take.
  ///
  /// @throws CloseConnectionException if it took longer
  void write(Write write) throws IOException {
    var _ =
        within(
            limit,
            () -> {
              write.run();
              return true;
            });
  }

  /// Writes a body.
  ///
  /// @throws CloseConnectionException if the client took nothing, or left
  void write(ServerResponse response, byte[] body) {
    try {
      write(() -> response.send(body));
    } catch (IOException e) {
      throw new CloseConnectionException("The client left.", e);
    }
  }

  /// Reads a body for as long as so much may take.
  ///
  /// @param bytes that are expected
  /// @throws CloseConnectionException if it took longer
  byte[] read(long bytes, Talk<byte[]> read) throws IOException {
    return within(limit.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND), read);
  }

  /// Interrupting a virtual thread that waits for a socket closes the socket.
  private <T> T within(Duration most, Talk<T> talk) throws IOException {
    Thread talking = Thread.currentThread();
    AtomicBoolean cut = new AtomicBoolean();
    Future<?> end =
        timer.schedule(
            () -> {
              cut.set(true);
              talking.interrupt();
            },
            most.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return talk.run();
    } catch (IOException | RuntimeException e) {
      if (cut.get()) {
        throw new CloseConnectionException("The client did nothing for " + most + ".", e);
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
