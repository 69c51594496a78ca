package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever goes wrong in a transaction, its connection goes back: on pools of two, the third leak
/// of a shape would already wait in vain.
final class FacadeLeakTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(2, 2));

  private static final int TIMES = 1_000;
  private static final Statements STATEMENTS = Statements.load(FacadeLeakTest.class);

  @FunctionalInterface
  interface Failing {
    void run(Scope scope);
  }

  static Stream<Named<Failing>> failures() {
    return Stream.of(
        Named.of(
            "a statement is refused", scope -> member(scope, tx -> tx.exec(get("broken"), none()))),
        Named.of(
            "a value is refused",
            scope -> member(scope, tx -> tx.exec(get("cast"), Args.of("id", "no uuid")))),
        Named.of("a value is missing", scope -> member(scope, tx -> tx.exec(get("cast"), none()))),
        Named.of(
            "a mapper throws in the middle of a result",
            scope -> member(scope, tx -> tx.list(get("rows"), none(), _ -> thrown()))),
        Named.of(
            "a scan throws in the middle of a result",
            scope -> member(scope, tx -> tx.scan(get("rows"), none(), _ -> thrown()))),
        Named.of(
            "one row is asked for and many come",
            scope -> member(scope, tx -> tx.one(get("rows"), none(), row -> row.whole("n")))),
        Named.of("the body throws", scope -> member(scope, _ -> thrown())),
        Named.of(
            "a refusal is swallowed and the commit fails",
            scope -> member(scope, tx -> swallow(tx))),
        Named.of(
            "a transaction is opened inside",
            scope -> member(scope, _ -> db.database().asWorker(_ -> 1))),
        Named.of(
            "a snapshot writes",
            scope ->
                db.database()
                    .snapshot(
                        scope, tx -> tx.exec(get("rename"), Args.of("ws", scope.workspace())))),
        Named.of(
            "a worker fails inside a workspace",
            scope ->
                db.database()
                    .asWorker(tx -> tx.within(scope, in -> in.exec(get("broken"), none())))),
        Named.of(
            "plain JDBC leaves its statement open and throws",
            scope ->
                member(
                    scope,
                    tx ->
                        tx.jdbc(
                            connection -> {
                              connection.prepareStatement(get("rows").text()).executeQuery();
                              return thrown();
                            }))));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void no_connection_is_lost(Failing failing) {
    Scope scope = db.newWorkspace();
    for (int i = 0; i < TIMES; i++) {
      assertThatThrownBy(() -> failing.run(scope)).isInstanceOf(RuntimeException.class);
    }
    assertThat(db.database().busy()).isZero();
    boolean member = db.database().asUser(Optional.empty(), _ -> true);
    boolean worker = db.database().asWorker(_ -> true);
    assertThat(member && worker).isTrue();
  }

  private static <T> void member(Scope scope, Body<T> body) {
    db.database().inWorkspace(scope, body);
  }

  private static int swallow(Tx tx) {
    try {
      return tx.exec(get("broken"), none());
    } catch (DbFailure e) {
      return e.getMessage() == null ? 0 : 1;
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
