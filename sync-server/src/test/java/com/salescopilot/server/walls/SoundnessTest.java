package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Soundness;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A database is looked through while a server works on it, and what was spoilt in it is told.
final class SoundnessTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  @Test
  void a_running_server_leaves_nothing_to_say_and_each_damage_is_told() throws Exception {
    assertThat(Soundness.problems(db.login())).isEmpty();
    for (String damage : List.of("job", "number", "reference", "status")) {
      spoil(damage);
    }
    assertThat(Soundness.problems(db.login()))
        .anyMatch(problem -> problem.contains("has no place in the queue"))
        .anyMatch(problem -> problem.contains("has a place in the queue and is CANCELLED"))
        .anyMatch(problem -> problem.contains("kept numbers of workspace"))
        .anyMatch(problem -> problem.contains("refers to rows that are not there"));
  }

  private static void spoil(String damage) throws Exception {
    DatabaseLogin login = db.superuser();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(Statements.load(SoundnessTest.class).get(damage).text());
    }
  }
}
