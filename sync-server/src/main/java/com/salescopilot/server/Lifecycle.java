package com.salescopilot.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Starts the parts of the server one after the other, and stops them in reverse.
///
/// Every step is timed in the log. A part that fails to stop never keeps the next from stopping.
final class Lifecycle {
  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

  private final Deque<Started> started = new ArrayDeque<>();
  private boolean stopping;

  /// Makes a part and sets it going.
  interface Start<T> {
    T run() throws Exception;
  }

  /// Ends a part.
  interface Stop<T> {
    void run(T part) throws Exception;
  }

  /// Something that is done once and needs no end.
  interface Step {
    void run() throws Exception;
  }

  private record Started(String name, Step stop) {}

  /// Starts a part now, and stops it before everything that was started earlier.
  ///
  /// @throws StartRefused if the server is stopping already
  synchronized <T> T start(String name, Start<T> start, Stop<? super T> stop) throws Exception {
    if (stopping) {
      throw new StartRefused("The server was told to stop before it was ready.");
    }
    long begun = System.nanoTime();
    T part = start.run();
    started.push(new Started(name, () -> stop.run(part)));
    LOG.log(Level.INFO, "{0} started in {1} ms", name, since(begun));
    return part;
  }

  /// Takes a step now.
  void step(String name, Step step) throws Exception {
    var _ =
        start(
            name,
            () -> {
              step.run();
              return name;
            },
            _ -> {});
  }

  /// Stops what was started, last first; a second call finds nothing left.
  synchronized void stop() {
    stopping = true;
    while (!started.isEmpty()) {
      Started part = started.pop();
      long begun = System.nanoTime();
      try {
        part.stop().run();
        LOG.log(Level.INFO, "{0} stopped in {1} ms", part.name(), since(begun));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        LOG.log(Level.WARNING, part.name() + " was interrupted while it stopped", e);
      } catch (Exception e) {
        LOG.log(Level.WARNING, part.name() + " did not stop cleanly", e);
      }
    }
  }

  private static String since(long begun) {
    return Long.toString(Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }
}
