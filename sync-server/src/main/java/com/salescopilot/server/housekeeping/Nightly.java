package com.salescopilot.server.housekeeping;

import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// Cleans up and counts again once a night, between two and four o'clock (UTC). Several processes
/// may do so at the same time: there is only less for each.
public final class Nightly {
  private static final System.Logger LOG = System.getLogger(Nightly.class.getName());
  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final Duration A_NIGHT = Duration.ofHours(12);
  private static final int FROM = 2;
  private static final int TO = 4;

  private final Runnable work;
  private final InstantSource clock;
  private final Loop loop;
  private Instant last = Instant.MIN;

  /// A cleaner that does not run yet.
  ///
  /// @param more that is done at night
  public Nightly(Garbage garbage, Recount recount, Runnable more, InstantSource clock) {
    this(
        () -> {
          log(garbage.forget());
          recount.run();
          more.run();
        },
        clock);
  }

  Nightly(Runnable work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
    this.loop = new Loop("housekeeping", new Bell(), this::look);
  }

  /// Begins to wait for the night.
  public void start() {
    loop.start();
  }

  /// Ends after what is being done.
  public void stop() throws InterruptedException {
    loop.stop();
  }

  /// Cleans up if it is night and has not been done.
  Duration look() {
    Instant now = clock.instant();
    int hour = now.atZone(ZoneOffset.UTC).getHour();
    boolean night = hour >= FROM && hour < TO;
    if (night && (last.equals(Instant.MIN) || Duration.between(last, now).compareTo(A_NIGHT) > 0)) {
      work.run();
      last = now;
    }
    return LOOK;
  }

  private static void log(Garbage.Forgotten forgotten) {
    LOG.log(
        Level.INFO,
        "forgot {0} removals, the content of {1} and {2} mutations",
        forgotten.removals(),
        forgotten.trash(),
        forgotten.mutations());
  }
}
