package com.salescopilot.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Starts the parts of the server in order and stops them in reverse.
///
/// Every step is timed in the log. A step that fails to stop never keeps the next from stopping.
final class Lifecycle {
  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

  private final List<Part> parts = new ArrayList<>();
  private final Deque<Part> started = new ArrayDeque<>();

  /// Something a part does at its start or stop.
  interface Step {
    void run() throws Exception;
  }

  private record Part(String name, Step start, Step stop) {}

  /// Adds a part that starts after all parts before it and stops before them.
  Lifecycle add(String name, Step start, Step stop) {
    parts.add(new Part(name, start, stop));
    return this;
  }

  /// Starts everything; if a part fails, stops what was started and throws what the part threw.
  void start() throws Exception {
    for (Part part : List.copyOf(parts)) {
      synchronized (this) {
        long begun = System.nanoTime();
        try {
          part.start().run();
        } catch (Exception e) {
          LOG.log(Level.ERROR, "{0} did not start", part.name());
          stop();
          throw e;
        }
        started.push(part);
        LOG.log(Level.INFO, "{0} started in {1} ms", part.name(), since(begun));
      }
    }
  }

  /// Stops what was started, last first; a second call finds nothing left.
  synchronized void stop() {
    while (!started.isEmpty()) {
      Part part = started.pop();
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
