package com.salescopilot.server.housekeeping;

import com.salescopilot.server.db.Statistics;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import java.time.Duration;

/// Keeps what the planner knows of the tables abreast of an import. Several processes may do so at
/// the same time.
public final class Counting {
  private static final Duration OFTEN = Duration.ofSeconds(2);

  private final Statistics statistics;
  private final Loop loop;

  /// One that does not count yet.
  public Counting(Statistics statistics) {
    this.statistics = statistics;
    this.loop = new Loop("counting", new Bell(), this::look);
  }

  /// Begins.
  public void start() {
    loop.start();
  }

  /// Ends after the tables that are being counted.
  public void stop() throws InterruptedException {
    loop.stop();
  }

  private Duration look() {
    var _ = statistics.refresh();
    return OFTEN;
  }
}
