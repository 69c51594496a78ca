package com.salescopilot.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.stats.DayCounts;
import com.salescopilot.model.stats.Days;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.MailEvent;
import com.salescopilot.model.stats.MailEvent.Kind;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The desktop counts in Java what the server counts in SQL. Both must say the same of any mails.
final class CountsAgreeTest {
  private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
  private static final int MAILS = 60;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  private final Statements statements = Statements.load(CountsAgreeTest.class);
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));

  @Test
  void the_server_and_the_model_count_the_same_of_any_mails() {
    scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    for (int i = 0; i < MAILS; i++) {
      happen(mail(ana));
    }
    List<MailFacts> mails = facts();
    assertThat(mails).hasSize(MAILS);

    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    MailCounts.of(mails).into(counts);
    JsonNode stats = ana.get("/dashboard/stats").json();
    counts
        .properties()
        .forEach(
            count ->
                assertThat(stats.get(count.getKey()).toString())
                    .as("%s, seed %d", count.getKey(), seed)
                    .isEqualTo(count.getValue().toString()));

    for (String zone : List.of("Europe/Berlin", "Pacific/Chatham", "America/New_York", "UTC")) {
      Days days = new Days(ZoneId.of(zone), NOW, 7);
      JsonNode timeline = ana.get("/dashboard/timeline?days=7&tz=" + zone).json();
      assertThat(timeline.path("days").toString())
          .as("%s, seed %d", zone, seed)
          .isEqualTo(json(DayCounts.of(days, mails)));
      assertThat(sentAndOpened(timeline))
          .as("%s, seed %d", zone, seed)
          .isEqualTo(
              MailEvent.newest(days, mails, Integer.MAX_VALUE).stream()
                  .filter(event -> event.kind() != Kind.REPLIED)
                  .map(event -> event.at() + " " + event.mail())
                  .sorted()
                  .toList());
    }
  }

  private static String json(List<DayCounts> days) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (DayCounts day : days) {
      all.addObject()
          .put("date", day.date().toString())
          .put("sent", day.sent())
          .put("opened", day.opened())
          .put("replied", day.replied());
    }
    return all.toString();
  }

  /// The server's feed, without the replies: they are rows of their own there.
  private static List<String> sentAndOpened(JsonNode timeline) {
    return timeline
        .path("events")
        .valueStream()
        .map(event -> event.path("at").asText() + " " + event.path("emailId").asText())
        .sorted()
        .toList();
  }

  private UUID mail(TestApi.Client who) {
    TestApi.Reply sent =
        who.post(
            "/emails/send",
            "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"Hello\",\"idempotencyKey\":\"%s\"}"
                .formatted(UUID.randomUUID()));
    assertThat(sent.status()).isEqualTo(201);
    return UUID.fromString(sent.at("id"));
  }

  private void happen(UUID mail) {
    Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 9)));
    if (random.nextInt(8) > 0) {
      write(
          new EmailCommand.Claim(
              mail, mail, "ana@a.example", Optional.empty(), "<" + mail + "@a>"));
      EmailStatus as =
          any(
              EmailStatus.SENT,
              EmailStatus.SENT,
              EmailStatus.SENT,
              EmailStatus.FAILED,
              EmailStatus.UNCONFIRMED);
      write(new EmailCommand.Ended(mail, as, at, Optional.empty(), Optional.empty()));
      if (as == EmailStatus.SENT && random.nextInt(8) == 0) {
        write(
            new EmailCommand.Ended(
                mail, EmailStatus.BOUNCED, at, Optional.empty(), Optional.empty()));
      } else if (as == EmailStatus.SENT && random.nextBoolean()) {
        write(
            new EmailCommand.Engaged(
                mail, later(at), random.nextInt(3), later(at), 1, Signals.none()));
      }
    }
    Tracking tracking = any(Tracking.OFF, Tracking.ANONYMOUS, Tracking.IDENTIFIED);
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(
                    statements.get("track"),
                    Args.of("ws", scope.workspace())
                        .and("id", mail)
                        .and("tracking", tracking.name())));
  }

  @SafeVarargs
  private final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private Optional<Instant> later(Instant at) {
    return Optional.of(at.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 3))))
        .filter(_ -> random.nextBoolean());
  }

  private List<MailFacts> facts() {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.list(
                    statements.get("facts"),
                    Args.of("ws", scope.workspace()),
                    CountsAgreeTest::facts));
  }

  private static MailFacts facts(Row row) {
    return new MailFacts(
        row.uuid("id"),
        EmailStatus.valueOf(row.text("status")),
        Tracking.valueOf(row.text("tracking")),
        row.instantMaybe("sent_at"),
        row.instantMaybe("opened_at"),
        row.instantMaybe("replied_at"));
  }

  private void write(EmailCommand command) {
    api.streams().write(scope, new Actor.Internal("test"), List.of(command));
  }
}
