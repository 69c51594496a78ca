package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Statements statements = Statements.load(DatabaseTest.class);

  @Test
  void every_type_comes_back_as_it_went() throws Exception {
    var id = UUID.randomUUID();
    var other = UUID.randomUUID();
    var at = Instant.parse("2026-11-25T10:15:30.123456Z");
    var json = new JsonMapper().readTree("{\"a\":[1,\"ü\"]}");
    Args args =
        Args.of("id", id)
            .and("text", "it's \"quoted\" and ?")
            .and("whole", 9_000_000_000L)
            .and("real", 0.25)
            .and("flag", true)
            .and("at", at)
            .and("day", LocalDate.of(2026, 11, 25))
            .and("json", json)
            .and("ids", List.of(id, other))
            .and("texts", List.of("a,b", "c\"d\\", "{}", ""))
            .and("bytes", new byte[] {0, 1, -1})
            .and("nothing", Optional.empty());

    Boolean same =
        db.database()
            .inWorkspace(
                db.newWorkspace(),
                tx ->
                    tx.one(
                        statements.get("everyType"),
                        args,
                        row -> {
                          assertThat(row.uuid("id")).isEqualTo(id);
                          assertThat(row.text("text")).isEqualTo("it's \"quoted\" and ?");
                          assertThat(row.whole("whole")).isEqualTo(9_000_000_000L);
                          assertThat(row.real("real")).isEqualTo(0.25);
                          assertThat(row.flag("flag")).isTrue();
                          assertThat(row.instant("at")).isEqualTo(at);
                          assertThat(row.date("day")).isEqualTo("2026-11-25");
                          assertThat(row.json("json")).isEqualTo(json);
                          assertThat(row.text("json")).isEqualTo("{\"a\": [1, \"ü\"]}");
                          assertThat(row.uuids("ids")).containsExactly(id, other);
                          assertThat(row.texts("texts")).containsExactly("a,b", "c\"d\\", "{}", "");
                          assertThat(row.bytes("bytes")).containsExactly(0, 1, -1);
                          assertThat(row.textMaybe("nothing")).isEmpty();
                          assertThat(row.uuids("no_ids")).isEmpty();
                          assertThatIllegalStateException().isThrownBy(() -> row.text("nothing"));
                          assertThatIllegalStateException().isThrownBy(() -> row.text("absent"));
                          assertThatIllegalStateException().isThrownBy(() -> row.whole("text"));
                          return true;
                        }));

    assertThat(same).isTrue();
  }

  @Test
  void a_long_result_is_scanned_page_by_page() {
    var seen = new ArrayList<Long>();
    int rows =
        db.database()
            .snapshot(
                db.newWorkspace(),
                tx ->
                    tx.scan(
                        statements.get("numbers"),
                        Args.of("many", 5_001),
                        row -> seen.add(row.whole("n"))));
    assertThat(rows).isEqualTo(5_001);
    assertThat(seen).hasSize(5_001).endsWith(5_001L);
  }

  @Test
  void plain_jdbc_and_statements_share_the_transaction() {
    Scope scope = db.newWorkspace();
    String name = "changed by plain JDBC";
    String read =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  tx.jdbc(
                      connection -> {
                        try (var update =
                            connection.prepareStatement(statements.get("rename").text())) {
                          update.setString(1, name);
                          update.setObject(2, scope.workspace().value());
                          return update.executeUpdate();
                        }
                      });
                  return tx.one(
                      statements.get("name"),
                      Args.of("ws", scope.workspace()),
                      row -> row.text("name"));
                });
    assertThat(read).isEqualTo(name);
  }

  @Test
  void a_snapshot_sees_one_moment_and_may_not_write() {
    Scope scope = db.newWorkspace();
    Args args = Args.of("ws", scope.workspace()).and("name", "new");
    assertThatExceptionOfType(DbFailure.Internal.class)
        .isThrownBy(
            () -> db.database().snapshot(scope, tx -> tx.exec(statements.get("rename"), args)))
        .withMessageContaining("25006");
  }

  @Test
  void a_conflict_names_its_constraint_and_not_the_value() {
    Scope scope = db.newWorkspace();
    Args args = Args.of("user", UUID.randomUUID()).and("email", "secret@example.test");
    db.database().inWorkspace(scope, tx -> tx.exec(statements.get("addUser"), args));
    Args again = Args.of("user", UUID.randomUUID()).and("email", "secret@example.test");
    assertThatExceptionOfType(DbFailure.Conflict.class)
        .isThrownBy(
            () ->
                db.database()
                    .asUser(Optional.empty(), tx -> tx.exec(statements.get("addUser"), again)))
        .satisfies(
            failure -> {
              assertThat(failure.constraint()).isEqualTo("users_email");
              assertThat(failure).hasStackTraceContaining("users_email");
              var trace = new java.io.StringWriter();
              failure.printStackTrace(new java.io.PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("secret@");
            });
  }

  @Test
  void what_is_left_for_later_is_done_before_the_next_question_and_before_the_commit() {
    Scope scope = db.newWorkspace();
    String seen =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  tx.later(statements.get("rename"), named(scope, "First"));
                  String name = name(tx, scope);
                  tx.later(statements.get("rename"), named(scope, "Second"));
                  tx.later(statements.get("rename"), named(scope, "Third"));
                  return name;
                });
    assertThat(seen).isEqualTo("First");
    String after = db.database().inWorkspace(scope, tx -> name(tx, scope));
    assertThat(after).isEqualTo("Third");
  }

  @Test
  void a_refusal_of_what_was_left_for_later_undoes_the_transaction() {
    Scope scope = db.newWorkspace();
    assertThatExceptionOfType(DbFailure.Conflict.class)
        .isThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        scope,
                        tx -> {
                          tx.later(statements.get("rename"), named(scope, "Lost"));
                          tx.later(
                              statements.get("addUser"),
                              Args.of("user", scope.user()).and("email", "again@example.test"));
                          return true;
                        }));
    String after = db.database().inWorkspace(scope, tx -> name(tx, scope));
    assertThat(after).isEqualTo("Test");
  }

  @Test
  void the_end_of_a_transaction_is_told_once_it_is_over_however_it_ends() {
    var told = new ArrayList<String>();
    Scope scope = db.newWorkspace();
    db.database()
        .inWorkspace(
            scope,
            tx -> {
              tx.atEnd(() -> told.add("committed"));
              assertThat(told).isEmpty();
              return true;
            });
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        scope,
                        tx -> {
                          tx.atEnd(() -> told.add("undone"));
                          throw new IllegalStateException("no");
                        }));
    assertThat(told).containsExactly("committed", "undone");
  }

  private Args named(Scope scope, String name) {
    return Args.of("ws", scope.workspace()).and("name", name);
  }

  private String name(Tx tx, Scope scope) {
    return tx.one(
        statements.get("name"), Args.of("ws", scope.workspace()), row -> row.text("name"));
  }
}
