package com.salescopilot.server.events;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Duration;

/// Cuts the log into batches: a tick keeps which transactions were over at one moment, so what lies
/// between two ticks is complete, however late a writer commits. Neither the ids of events nor
/// their times could say that.
///
/// Several processes may tick; an advisory lock lets one at a time.
public final class Ticker {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final int TICKS_BETWEEN_CLEANUPS = 600;

  private final Database database;
  private final Bell bell;
  private final Loop loop;
  private final Sql elect;
  private final Sql startAfresh;
  private final Sql moveConsumers;
  private final Sql tick;
  private final Sql newest;
  private final Sql forget;
  private long seen = -1;
  private int untilCleanup = TICKS_BETWEEN_CLEANUPS;

  /// A ticker that does not tick yet.
  ///
  /// @param bell rung when a tick is new, also one of another process
  public Ticker(Database database, Bell bell) {
    this.database = database;
    this.bell = bell;
    Statements statements = Statements.load(Ticker.class);
    elect = statements.get("elect");
    startAfresh = statements.get("startAfresh");
    moveConsumers = statements.get("moveConsumers");
    tick = statements.get("tick");
    newest = statements.get("newest");
    forget = statements.get("forget");
    loop = new Loop("ticker", new Bell(), this::step);
  }

  /// Begins to tick. Ticks that another database left behind, as after a restore, mean nothing
  /// here: they make way for a fresh one, and consumers go on from there.
  public void start() {
    database.asWorker(
        tx -> {
          if (elected(tx) && tx.exec(startAfresh, Args.none()) > 0) {
            tx.exec(tick, Args.none());
            tx.exec(moveConsumers, Args.none());
          }
          return true;
        });
    loop.start();
  }

  /// Stops ticking.
  public void stop() throws InterruptedException {
    loop.stop();
  }

  /// Ticks now, if anything is new.
  public void tick() {
    long last =
        database.asWorker(
            tx -> {
              if (elected(tx)) {
                tx.exec(tick, Args.none());
                cleanUp(tx);
              }
              return tx.one(newest, Args.none(), row -> row.whole("id"));
            });
    if (last > seen) {
      seen = last;
      bell.ring();
    }
  }

  private Duration step() {
    tick();
    return PERIOD;
  }

  private boolean elected(Tx tx) {
    return tx.one(elect, Args.none(), row -> row.flag("elected"));
  }

  private void cleanUp(Tx tx) {
    if (--untilCleanup <= 0) {
      tx.exec(forget, Args.none());
      untilCleanup = TICKS_BETWEEN_CLEANUPS;
    }
  }
}
