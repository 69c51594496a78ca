package com.salescopilot.server.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Sends requests at the instants of a plan, whether or not the earlier ones were answered: people
/// do not wait for each other. Each latency counts from the instant planned, so that a server that
/// stands still cannot hide it.
final class OpenLoop implements AutoCloseable {
  private static final long SEED = 20_261_128;

  /// As many people as that; who finds no connection waits, and the wait counts.
  private static final int CONNECTIONS = 1_000;

  private final URI server;
  private final Deque<RawConnection> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(CONNECTIONS, true);
  private final Random random = new Random(SEED);

  OpenLoop(URI server) {
    this.server = server;
  }

  /// What came of it.
  ///
  /// @param offered requests sent
  /// @param accepted how long those took that were answered with 2xx
  /// @param refused the same of 429 and 503 that keep to the rules
  /// @param wrong everything else, by what it was
  record Result(
      int offered,
      double seconds,
      Latencies accepted,
      Latencies refused,
      Map<String, Integer> wrong) {
    double goodput() {
      return accepted.count() / seconds;
    }
  }

  /// Sends so many a second, at random gaps, and waits for all answers.
  Result run(Supplier<byte[]> next, double aSecond, Duration span) {
    Latencies accepted = new Latencies();
    Latencies refused = new Latencies();
    Map<String, Integer> wrong = new TreeMap<>();
    int offered = 0;
    long start = System.nanoTime();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      double at = 0;
      while (at < span.toNanos()) {
        long intended = start + (long) at;
        for (long left = intended - System.nanoTime();
            left > 0;
            left = intended - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        byte[] request = next.get();
        people.execute(() -> one(request, intended, accepted, refused, wrong));
        offered++;
        at -= Math.log(1 - random.nextDouble()) * 1e9 / aSecond;
      }
    }
    return new Result(offered, span.toNanos() / 1e9, accepted, refused, wrong);
  }

  private void one(
      byte[] request,
      long intended,
      Latencies accepted,
      Latencies refused,
      Map<String, Integer> wrong) {
    String fault;
    free.acquireUninterruptibly();
    try {
      RawConnection.Reply reply = exchange(request);
      long took = System.nanoTime() - intended;
      fault = fault(reply);
      if (fault.isEmpty()) {
        (reply.status() < 300 ? accepted : refused).add(took);
        return;
      }
    } catch (IOException e) {
      fault = e.toString();
    } finally {
      free.release();
    }
    synchronized (wrong) {
      wrong.merge(fault, 1, Integer::sum);
    }
  }

  private RawConnection.Reply exchange(byte[] request) throws IOException {
    RawConnection kept = idle.poll();
    RawConnection connection = kept == null ? new RawConnection(server) : kept;
    try {
      RawConnection.Reply reply = connection.exchange(request);
      if (reply.last()) {
        connection.close();
      } else {
        idle.push(connection);
      }
      return reply;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private static String fault(RawConnection.Reply reply) {
    return switch (reply.status()) {
      case 200, 201, 204 -> "";
      case 429, 503 ->
          reply.headers().containsKey("retry-after")
                  && reply
                      .headers()
                      .getOrDefault("content-type", "")
                      .startsWith("application/problem+json")
              ? ""
              : reply.status() + " without Retry-After or problem";
      default -> "status " + reply.status();
    };
  }

  /// Closes the connections that nobody uses: a server may forget them between two parts.
  void rest() throws IOException {
    for (RawConnection one = idle.poll(); one != null; one = idle.poll()) {
      one.close();
    }
  }

  @Override
  public void close() throws IOException {
    rest();
  }
}
