package com.salescopilot.server.events;

import java.lang.System.Logger.Level;
import java.time.Duration;

/// A step that is taken again and again on a thread of its own: at once when the bell rings, else
/// after the pause that the step itself asks for. A failing step is logged once and tried again.
public final class Loop {
  private static final System.Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Bell bell;
  private final Step step;
  private final Thread thread;
  private volatile boolean stopping;
  private boolean failed;

  /// Work that can be repeated.
  public interface Step {
    /// Does what there is to do.
    ///
    /// @return how long to wait for the bell before looking again
    Duration run() throws InterruptedException;
  }

  /// A loop that does not run yet.
  ///
  /// @param bell ends a pause; shared by all who bring or do this work
  public Loop(String name, Bell bell, Step step) {
    this.name = name;
    this.bell = bell;
    this.step = step;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// Begins; called once.
  public void start() {
    thread.start();
  }

  /// Ends after the step that is running.
  public void stop() throws InterruptedException {
    stopping = true;
    bell.ring();
    thread.join();
  }

  /// Whether nothing more should be begun.
  public boolean stopping() {
    return stopping;
  }

  private void run() {
    try {
      while (!stopping) {
        long rung = bell.count();
        Duration pause = once();
        if (!stopping) {
          bell.await(rung, pause);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration once() throws InterruptedException {
    try {
      Duration pause = step.run();
      failed = false;
      return pause;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.log(Level.WARNING, name + " failed and tries again", e);
      }
      failed = true;
      return AFTER_FAILURE;
    }
  }
}
