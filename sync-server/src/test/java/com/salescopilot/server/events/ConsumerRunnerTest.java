package com.salescopilot.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConsumerRunnerTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private final LogFixture log = new LogFixture(db);
  private final LogFixture.Notes notes = log.new Notes("notes");
  private final List<ConsumerRunner> runners = new ArrayList<>();
  private final List<Ticker> tickers = new ArrayList<>();
  private Scope scope = db.newWorkspace();

  @BeforeEach
  void passWhatOtherTestsLeft() {
    start(log.runner(notes));
    start(log.ticker());
    scope = db.newWorkspace();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Ticker ticker : tickers) {
      ticker.stop();
    }
    for (ConsumerRunner runner : runners) {
      runner.stop();
    }
  }

  @Test
  void with_sixteen_writers_rollbacks_and_a_slow_writer_each_event_is_seen_once() throws Exception {
    start(log.ticker());
    start(log.runner(notes)); // as a second process would
    CountDownLatch slowMayEnd = new CountDownLatch(1);
    Set<UUID> written = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch slowHasBegun = new CountDownLatch(1);
      Future<UUID> slow = threads.submit(() -> slowly(slowHasBegun, slowMayEnd));
      slowHasBegun.await();
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 16; writer++) {
        writers.add(threads.submit(() -> write(50, written)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      log.until(() -> log.noted(scope).size() == written.size());
      slowMayEnd.countDown();
      written.add(slow.get());
      log.until(() -> log.noted(scope).size() == written.size());
    }
    assertThat(log.noted(scope)).containsExactlyInAnyOrderElementsOf(written);
    assertThat(runners.getFirst().dead()).doesNotContainAnyElementsOf(written);
  }

  @Test
  void a_poisonous_event_is_given_up_and_its_neighbours_flow() throws Exception {
    List<UUID> good = new ArrayList<>();
    UUID bad =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  good.clear();
                  good.add(log.add(tx, scope, "EMAIL_SENT"));
                  UUID poison = log.add(tx, scope, "EMAIL_SENT");
                  notes.poison.add(poison);
                  good.add(log.add(tx, scope, "EMAIL_SENT"));
                  return poison;
                });
    log.until(() -> log.noted(scope).size() == 2);
    log.until(() -> runners.getFirst().dead().contains(bad));
    assertThat(log.noted(scope)).containsExactlyInAnyOrderElementsOf(good);
    assertThat(notes.failures.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void an_event_that_failed_once_is_taken_up_by_a_later_attempt() throws Exception {
    UUID late =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  UUID id = log.add(tx, scope, "EMAIL_SENT");
                  notes.poison.add(id);
                  return id;
                });
    log.until(() -> notes.failures.get() > 0);
    notes.poison.clear();
    log.until(() -> log.noted(scope).contains(late));
    assertThat(runners.getFirst().dead()).doesNotContain(late);
  }

  @Test
  void an_event_of_a_type_from_the_future_is_given_up_at_once() throws Exception {
    UUID unknown = db.database().inWorkspace(scope, tx -> log.add(tx, scope, "EMAIL_READ_ALOUD"));
    UUID known = log.write(scope);
    log.until(() -> log.noted(scope).contains(known));
    assertThat(runners.getFirst().dead()).contains(unknown);
  }

  @Test
  void a_consumer_that_is_new_begins_with_the_oldest_event() throws Exception {
    UUID old = log.write(scope);
    log.until(() -> log.noted(scope).contains(old));
    List<UUID> seen = new ArrayList<>();
    start(log.runner(new Collecting(seen, scope.workspace())));
    log.until(() -> List.copyOf(seen).contains(old));
  }

  @Test
  void crashes_between_effects_and_place_repeat_no_effect_and_lose_none() throws Exception {
    stop();
    runners.clear();
    tickers.clear();
    LogFixture.Crashing crashing = new LogFixture.Crashing(log.new Notes("crashing"));
    ConsumerRunner runner = log.runner(crashing);
    runner.enlist();
    Ticker ticker = log.ticker();
    List<UUID> written = new ArrayList<>();
    for (int crash = 0; crash < 100; crash++) {
      written.add(log.write(scope));
      ticker.tick();
      crashing.atOnce = crash % 3 > 0;
      if (crashing.atOnce) {
        assertThatThrownBy(runner::catchUp).isInstanceOf(LogFixture.Crash.class);
      } else {
        runner.catchUp();
      }
    }
    crashing.atOnce = false;
    runner.catchUp();
    assertThat(crashing.crashes).isEqualTo(66);
    assertThat(log.noted(scope)).containsExactlyInAnyOrderElementsOf(written);
    assertThat(runner.dead()).doesNotContainAnyElementsOf(written);
  }

  @Test
  void ticks_of_another_database_make_way_for_a_fresh_one() throws Exception {
    stop();
    log.leaveTicksOfAnotherDatabase();
    tickers.clear();
    runners.clear();
    start(log.ticker());
    assertThat(log.ticks()).isEqualTo(1);
    start(log.runner(notes));
    UUID next = log.write(scope);
    log.until(() -> log.noted(scope).contains(next));
    assertThat(runners.getFirst().dead()).doesNotContain(next);
  }

  @Test
  void an_event_reaches_its_consumer_within_a_few_ticks() throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      long begun = System.nanoTime();
      UUID id = log.write(scope);
      log.until(() -> log.noted(scope).contains(id));
      millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
    millis.sort(Long::compare);
    assertThat(millis.get(millis.size() / 2)).as("milliseconds: %s", millis).isLessThan(400);
  }

  private UUID slowly(CountDownLatch begun, CountDownLatch mayEnd) {
    return db.database()
        .inWorkspace(
            scope,
            tx -> {
              UUID id = log.add(tx, scope, "EMAIL_SENT");
              begun.countDown();
              await(mayEnd);
              return id;
            });
  }

  private void write(int many, Set<UUID> written) {
    for (int i = 0; i < many; i++) {
      if (i % 5 == 4) {
        assertThatThrownBy(
                () ->
                    db.database()
                        .inWorkspace(
                            scope,
                            tx -> {
                              UUID unused = log.add(tx, scope, "EMAIL_SENT");
                              throw new IllegalStateException("rolled back " + unused);
                            }))
            .isInstanceOf(IllegalStateException.class);
      } else {
        written.add(log.write(scope));
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(ConsumerRunner runner) {
    runners.add(runner);
    runner.start();
  }

  private void start(Ticker ticker) {
    tickers.add(ticker);
    ticker.start();
  }
}
