package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the server while it sends, again and again: every mail arrives exactly once, or its
/// row says that nobody can know.
final class ServerKillIT {
  private static final System.Logger LOG = System.getLogger(ServerKillIT.class.getName());

  @RegisterExtension static final TestDatabase db = new TestDatabase();
  @RegisterExtension static final TestDatabase larger = new TestDatabase();
  @RegisterExtension static final TestDatabase forgetful = new TestDatabase();

  @TempDir Path directory = Path.of("target");

  @Test
  void twenty_five_kills_during_500_sends_lose_no_mail_and_double_none() throws Exception {
    judge(db, new KillTrial.Plan(500, 25, new SplittableRandom().nextLong()));
  }

  @Test
  @Tag("long")
  void three_hundred_kills_during_5000_sends_lose_no_mail_and_double_none() throws Exception {
    judge(larger, new KillTrial.Plan(5_000, 300, new SplittableRandom().nextLong()));
  }

  /// The control: the same trial must see the doubles of a server whose mark is not durable.
  @Test
  void without_the_mark_before_the_dot_the_same_trial_finds_doubled_mails() throws Exception {
    forgetMarks();
    KillTrial.Plan plan = new KillTrial.Plan(80, 5, new SplittableRandom().nextLong());
    KillTrial.Findings found = KillTrial.run(plan, forgetful.login(), directory);
    LOG.log(Level.INFO, "without the mark: {0}", found);
    assertThat(found.kills()).as("%s", plan).isEqualTo(plan.kills());
    assertThat(found.wrong())
        .as("%s", found)
        .anyMatch(line -> line.endsWith("SENT, arrived 2 times"));
  }

  private void judge(TestDatabase on, KillTrial.Plan plan) throws Exception {
    KillTrial.Findings found = KillTrial.run(plan, on.login(), directory);
    LOG.log(Level.INFO, "{0}", found);
    assertThat(found.kills()).as("%s", plan).isEqualTo(plan.kills());
    assertThat(found.wrong()).as("%s", found).isEmpty();
    // the kills met what they were aimed at: mails whose dot had arrived, unanswered
    assertThat(found.unanswered()).as("%s", found).isGreaterThanOrEqualTo(plan.kills() * 2 / 5);
    assertThat(found.of(EmailStatus.UNCONFIRMED))
        .as("%s", found)
        .isBetween(found.unanswered(), (long) plan.kills() * Relay.CONNECTIONS);
    assertThat(found.of(EmailStatus.SENT)).as("%s", found).isPositive();
  }

  private static void forgetMarks() throws SQLException {
    Statements statements = Statements.load(ServerKillIT.class);
    DatabaseLogin login = forgetful.superuser();
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      statement.execute(statements.get("forget").text());
      statement.execute(statements.get("forgetAlways").text());
    }
  }
}
