package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The promise of an idempotency key, from the route to the receiving server.
final class OneKeyIT {
  private static final int THREADS = 32;

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path directory = Path.of("target");

  @Test
  void thirty_two_requests_at_once_with_one_key_are_one_email_and_one_mail() throws Exception {
    try (KillMoment moment = new KillMoment(new Random(1));
        MailDesk desk = new MailDesk();
        ServerProcess server =
            ServerProcess.start(directory, settings(db.login(), moment.peer().port()));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      desk.at(server.awaitReady().at("api"));
      CountDownLatch all = new CountDownLatch(THREADS);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return desk.send(1);
                }));
      }
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        codes.add(answer.get());
      }
      assertThat(Collections.frequency(codes, 201)).as("%s", codes).isEqualTo(1);
      assertThat(Collections.frequency(codes, 200)).as("%s", codes).isEqualTo(THREADS - 1);

      int later = desk.send(2);
      Map<Integer, MailDesk.Sent> ends = desk.awaitEnds(moment.bell(), Duration.ofSeconds(30));
      assertThat(later).isEqualTo(201);
      assertThat(desk.send(1)).as("a repeat after it was sent").isEqualTo(200);
      assertThat(ends.values()).allMatch(mail -> mail.status() == EmailStatus.SENT);
      assertThat(moment.peer().texts()).hasSize(2);
      assertThat(moment.peer().dots().values()).containsExactly(1, 1);
      assertThat(emails()).isEqualTo(2);
    }
  }

  private Map<String, String> settings(DatabaseLogin login, int smtp) {
    return Map.of(
        "SC_DATA_DIR", directory.resolve("data").toString(),
        "SC_DATABASE_URL", login.url(),
        "SC_DATABASE_USER", login.user(),
        "SC_DATABASE_PASSWORD", login.password(),
        "SC_SMTP_HOST", "127.0.0.1",
        "SC_SMTP_PORT", Integer.toString(smtp),
        "SC_SMTP_TLS", "none",
        "SC_SMTP_FROM", "sales@relay.example");
  }

  private static int emails() throws SQLException {
    DatabaseLogin login = db.superuser();
    String count = Statements.load(OneKeyIT.class).get("emails").text();
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery(count)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
