package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TransactionTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(1, 1));

  private static final Statements STATEMENTS = Statements.load(TransactionTest.class);

  @BeforeAll
  static void a_table_whose_constraint_waits_for_the_commit() throws SQLException {
    try (var connection = DriverSettings.connect(db.superuser());
        var statement = connection.createStatement()) {
      statement.execute(STATEMENTS.get("makeLate").text());
    }
  }

  @Test
  void a_commit_that_fails_names_the_constraint_and_leaves_nothing() {
    Scope scope = db.newWorkspace();
    assertThatExceptionOfType(DbFailure.Conflict.class)
        .isThrownBy(() -> db.database().inWorkspace(scope, tx -> tx.exec(get("twice"), none())))
        .satisfies(failure -> assertThat(failure.constraint()).isEqualTo("late_once"));
    long left =
        db.database()
            .inWorkspace(scope, tx -> tx.one(get("lateRows"), none(), row -> row.whole("n")));
    assertThat(left).isZero();
  }

  @Test
  void a_refusal_that_is_swallowed_fails_the_commit_instead_of_losing_the_rest() {
    assertThatExceptionOfType(DbFailure.Internal.class)
        .isThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        db.newWorkspace(),
                        tx -> {
                          try {
                            return tx.exec(get("broken"), none());
                          } catch (DbFailure.Internal e) {
                            return -1;
                          }
                        }));
  }

  @Test
  void a_connection_that_dies_before_the_commit_is_unavailable_and_replaced() {
    Scope scope = db.newWorkspace();
    assertThatExceptionOfType(DbFailure.Unavailable.class)
        .isThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        scope,
                        tx -> {
                          kill(tx.one(get("pid"), none(), row -> row.small("pid")));
                          return 1;
                        }))
        .satisfies(failure -> assertThat(failure.retryAfter()).isPositive());
    assertThat(works(scope)).isTrue();
  }

  @Test
  void an_exhausted_pool_is_unavailable_within_two_seconds_and_recovers() throws Exception {
    Scope scope = db.newWorkspace();
    var other = new AtomicInteger();
    db.database()
        .inWorkspace(
            scope,
            _ -> {
              var waiting =
                  Thread.ofVirtual()
                      .start(
                          () -> {
                            try {
                              db.database().inWorkspace(scope, _ -> other.incrementAndGet());
                            } catch (DbFailure.Unavailable e) {
                              other.set(-1);
                            }
                          });
              return join(waiting);
            });
    assertThat(other).hasValue(-1);
    assertThat(works(scope)).isTrue();
  }

  @Test
  void a_transaction_that_was_ended_for_its_idleness_is_unavailable_and_no_fault_of_ours() {
    Scope scope = db.newWorkspace();
    assertThatExceptionOfType(DbFailure.Unavailable.class)
        .isThrownBy(() -> db.database().inWorkspace(scope, tx -> tx.exec(get("idle"), none())))
        .satisfies(away -> assertThat(away.contention()).isFalse());
    assertThat(works(scope)).isTrue();
  }

  @Test
  void what_gave_way_to_another_is_tried_three_times_more() {
    var attempts = new AtomicInteger();
    assertThatExceptionOfType(DbFailure.Unavailable.class)
        .isThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        db.newWorkspace(),
                        tx -> {
                          attempts.incrementAndGet();
                          return tx.exec(get("giveWay"), none());
                        }));
    assertThat(attempts).hasValue(4);

    var second = new AtomicInteger();
    int result =
        db.database()
            .inWorkspace(
                db.newWorkspace(),
                tx -> second.incrementAndGet() < 3 ? tx.exec(get("giveWay"), none()) : 7);
    assertThat(result).isEqualTo(7);
    assertThat(second).hasValue(3);
  }

  @Test
  void nesting_is_refused_and_the_outer_transaction_goes_on() {
    Scope scope = db.newWorkspace();
    String result =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  assertThatIllegalStateException()
                      .isThrownBy(() -> db.database().inWorkspace(scope, _ -> 1));
                  assertThatIllegalStateException()
                      .isThrownBy(() -> db.database().asWorker(_ -> 1));
                  return who(tx);
                });
    assertThat(result).isEqualTo("sc_app " + scope.workspace() + " " + scope.user());
  }

  @Test
  void a_transaction_is_of_no_use_after_its_end_and_cannot_be_ended_from_inside() {
    var kept = new ArrayList<Tx>();
    db.database()
        .inWorkspace(
            db.newWorkspace(),
            tx -> {
              kept.add(tx);
              assertThatExceptionOfType(UnsupportedOperationException.class)
                  .isThrownBy(() -> tx.jdbc().commit());
              assertThatExceptionOfType(UnsupportedOperationException.class)
                  .isThrownBy(() -> tx.jdbc().rollback());
              return 1;
            });
    assertThatIllegalStateException().isThrownBy(() -> who(kept.getFirst()));
    assertThatIllegalStateException().isThrownBy(() -> kept.getFirst().jdbc());
  }

  @Test
  void role_and_scope_never_survive_the_return_to_the_pool() {
    Scope scope = db.newWorkspace();
    db.database().inWorkspace(scope, _ -> 1);
    db.database().snapshot(scope, _ -> 1);
    assertThat(memberNow()).isEqualTo("sc_app  ");

    db.database().asWorker(tx -> tx.within(scope, TransactionTest::who));
    assertThat(workerNow()).isEqualTo("sc_worker  ");

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> db.database().asWorker(tx -> tx.within(scope, _ -> thrown())));
    assertThat(workerNow()).isEqualTo("sc_worker  ");

    // even a body that sets a role by hand: it does so for this transaction
    db.database().inWorkspace(scope, tx -> tx.exec(get("worker"), none()));
    assertThat(memberNow()).isEqualTo("sc_app  ");
  }

  @Test
  void a_worker_steps_into_a_workspace_and_back_also_when_the_body_fails() {
    Scope first = db.newWorkspace();
    Scope second = db.newWorkspace();
    var seen = new ArrayList<String>();
    db.database()
        .asWorker(
            tx -> {
              seen.add(tx.within(first, TransactionTest::who));
              assertThatExceptionOfType(UnsupportedOperationException.class)
                  .isThrownBy(() -> tx.within(first, _ -> thrown()));
              seen.add(who(tx));
              assertThatIllegalStateException()
                  .isThrownBy(() -> tx.within(first, in -> in.within(second, _ -> 1)));
              seen.add(tx.within(second, TransactionTest::who));
              return tx.jdbc(
                  connection -> {
                    var savepoint = connection.setSavepoint();
                    assertThatExceptionOfType(DbFailure.Internal.class)
                        .isThrownBy(() -> tx.within(first, in -> in.exec(get("broken"), none())));
                    connection.rollback(savepoint);
                    return seen.add(who(tx));
                  });
            });
    assertThat(seen)
        .containsExactly(
            "sc_app " + first.workspace() + " " + first.user(),
            "sc_worker  ",
            "sc_app " + second.workspace() + " " + second.user(),
            "sc_worker  ");
  }

  @Test
  void a_member_acts_for_a_colleague_but_never_in_another_workspace() {
    Scope scope = db.newWorkspace();
    Scope colleague = db.newMember(scope);
    Scope foreign = db.newWorkspace();
    String after =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  String inside = tx.within(colleague, TransactionTest::who);
                  assertThat(inside).endsWith(colleague.user().toString());
                  assertThatIllegalStateException().isThrownBy(() -> tx.within(foreign, _ -> 1));
                  return who(tx);
                });
    assertThat(after).endsWith(scope.user().toString());
    assertThatIllegalStateException()
        .isThrownBy(() -> db.database().snapshot(scope, tx -> tx.within(colleague, _ -> 1)));
  }

  @Test
  void every_session_has_its_limits_and_lives_in_utc() {
    Mapper<String> limits = row -> row.text("limits");
    String member =
        db.database().asUser(Optional.empty(), tx -> tx.one(get("limits"), none(), limits));
    String worker = db.database().asWorker(tx -> tx.one(get("limits"), none(), limits));
    assertThat(member).isEqualTo("10s 2s 5s UTC read committed");
    assertThat(worker).isEqualTo(member);
  }

  private static String memberNow() {
    return db.database().asUser(Optional.empty(), TransactionTest::who);
  }

  private static String workerNow() {
    return db.database().asWorker(TransactionTest::who);
  }

  private static String who(Tx tx) {
    return tx.one(
        get("who"),
        none(),
        row -> row.text("role") + " " + row.text("ws") + " " + row.text("person"));
  }

  private static boolean works(Scope scope) {
    return db.database().inWorkspace(scope, _ -> true);
  }

  private static void kill(int pid) {
    try (var connection = DriverSettings.connect(db.superuser());
        var statement = connection.prepareStatement(STATEMENTS.get("kill").text())) {
      statement.setInt(1, pid);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean join(Thread thread) {
    try {
      return thread.join(java.time.Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int thrown() {
    throw new UnsupportedOperationException("on purpose");
  }

  private static Sql get(String name) {
    return STATEMENTS.get(name);
  }

  private static Args none() {
    return Args.none();
  }
}
