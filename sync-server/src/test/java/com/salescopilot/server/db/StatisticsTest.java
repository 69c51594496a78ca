package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StatisticsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Statements statements = Statements.load(StatisticsTest.class);
  private final Statistics statistics = new Statistics(db.database(), db.login());

  @Test
  void a_table_is_counted_when_it_has_doubled_and_not_before() {
    Scope scope = db.newWorkspace();
    add(scope, 150);
    assertThat(statistics.refresh()).as("a small table").isZero();
    add(scope, 150);
    assertThat(statistics.refresh()).as("300 rows that were never counted").isEqualTo(1);
    assertThat(rows(scope)).isEqualTo(300);
    assertThat(statistics.refresh()).as("nothing new").isZero();
    add(scope, 250);
    assertThat(statistics.refresh()).as("not doubled").isZero();
    add(scope, 100);
    assertThat(statistics.refresh()).as("doubled").isEqualTo(1);
    assertThat(rows(scope)).isEqualTo(650);
  }

  private void add(Scope scope, int many) {
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(statements.get("add"), Args.of("ws", scope.workspace()).and("many", many))
                    + tx.exec(statements.get("tell"), Args.none()));
  }

  /// What the planner believes.
  private long rows(Scope scope) {
    return db.database()
        .inWorkspace(
            scope, tx -> tx.one(statements.get("rows"), Args.none(), row -> row.whole("rows")));
  }
}
