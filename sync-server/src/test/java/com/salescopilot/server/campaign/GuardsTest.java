package com.salescopilot.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class GuardsTest {
  private static final AtomicReference<Instant> clock = new AtomicReference<>(Office.NOW);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, clock::get);

  private final Office office = new Office(db, api);
  private UUID mailbox = new UUID(0, 0);
  private int people;

  @BeforeEach
  void a_mailbox() {
    clock.set(Office.NOW);
    db.addMailbox(office.scope);
    mailbox =
        db.database()
            .inWorkspace(
                office.scope,
                tx ->
                    tx.one(
                        Statements.load(GuardsTest.class).get("mailbox"),
                        Args.of("ws", office.scope.workspace()),
                        row -> row.uuid("id")));
  }

  @Test
  void a_campaign_is_stopped_at_the_fiftieth_mail_if_too_many_came_back() {
    String campaign = running();
    for (int i = 0; i < 48; i++) {
      quietly(campaign, i < 3 ? EmailStatus.BOUNCED : EmailStatus.SENT);
    }
    send(campaign, EmailStatus.SENT);
    assertThat(shown(campaign).path("status").asText()).isEqualTo("ACTIVE");
    JsonNode guard = shown(campaign).path("guard");
    assertThat(guard.path("left").asInt()).isEqualTo(49);
    assertThat(guard.path("bounced").asInt()).isEqualTo(3);
    assertThat(guard.path("alarm").isNull()).isTrue();

    UUID last = send(campaign, EmailStatus.SENT);
    JsonNode stopped = shown(campaign);
    assertThat(stopped.path("status").asText()).isEqualTo("PAUSED");
    assertThat(stopped.path("pausedReason").asText()).isEqualTo("GUARD_BOUNCE");
    assertThat(stopped.path("guard").path("alarm").asText()).isEqualTo("GUARD_BOUNCE");

    clock.set(Office.NOW.plusSeconds(60));
    assertThat(office.status(campaign, "ACTIVE").status()).isEqualTo(200);
    hear(EventType.EMAIL_SENT, last);
    assertThat(shown(campaign).path("status").asText()).as("counted anew").isEqualTo("ACTIVE");
    assertThat(shown(campaign).path("pausedReason").isNull()).isTrue();
    assertThat(shown(campaign).path("guard").path("left").asInt()).isZero();
  }

  @Test
  void under_five_in_a_hundred_and_what_is_long_ago_stop_nothing() {
    String campaign = running();
    for (int i = 0; i < 50; i++) {
      quietly(campaign, i < 2 ? EmailStatus.BOUNCED : EmailStatus.SENT);
    }
    send(campaign, EmailStatus.SENT);
    assertThat(shown(campaign).path("status").asText()).isEqualTo("ACTIVE");
    clock.set(Office.NOW.plus(Duration.ofDays(8)));
    send(campaign, EmailStatus.BOUNCED);
    assertThat(shown(campaign).path("status").asText()).isEqualTo("ACTIVE");
    assertThat(shown(campaign).path("guard").path("left").asInt()).isEqualTo(1);
  }

  @Test
  void one_complaint_of_a_hundred_mails_stops_a_campaign() {
    String campaign = running();
    for (int i = 0; i < 49; i++) {
      quietly(campaign, EmailStatus.SENT);
    }
    UUID mail = send(campaign, EmailStatus.SENT);
    assertThat(shown(campaign).path("status").asText()).isEqualTo("ACTIVE");
    clock.set(Office.NOW.plusSeconds(60));
    hear(EventType.EMAIL_COMPLAINED, mail);
    assertThat(shown(campaign).path("pausedReason").asText()).isEqualTo("GUARD_COMPLAINT");
  }

  @Test
  void campaigns_of_one_mailbox_are_stopped_together() {
    String one = running();
    String other = running();
    for (int i = 0; i < 49; i++) {
      quietly(i % 2 == 0 ? one : other, i < 3 ? EmailStatus.BOUNCED : EmailStatus.SENT);
    }
    send(other, EmailStatus.SENT);
    for (String campaign : List.of(one, other)) {
      assertThat(shown(campaign).path("guard").path("left").asInt()).isEqualTo(25);
      assertThat(shown(campaign).path("pausedReason").asText()).isEqualTo("GUARD_BOUNCE");
    }
  }

  private String running() {
    String campaign = office.campaign(office.prospect("first" + people++ + "@x.example", "Bo"));
    office.step(campaign, 1);
    assertThat(office.status(campaign, "ACTIVE").status()).isEqualTo(200);
    return campaign;
  }

  /// Sends a mail, and lets the log tell of it.
  private UUID send(String campaign, EmailStatus as) {
    UUID mail = quietly(campaign, as);
    hear(as == EmailStatus.SENT ? EventType.EMAIL_SENT : EventType.EMAIL_BOUNCED, mail);
    return mail;
  }

  /// All of a mail in one commit.
  private UUID quietly(String campaign, EmailStatus as) {
    UUID to = UUID.randomUUID();
    UUID of = UUID.fromString(campaign);
    UUID mail = DerivedId.stepEmail(of, to, 1, 0);
    String address = "p" + people++ + "@x.example";
    office.write(
        new Change.Create(
            new RowKey(Entity.PROSPECT, to),
            new TreeMap<>(Map.of("email", Value.text(address), "firstName", Value.text("Cy")))),
        new CampaignCommand.Enrol(of, List.of(to)),
        new EmailCommand.Due(
            mail,
            of,
            to,
            1,
            0,
            "A",
            Optional.empty(),
            0,
            Optional.empty(),
            address,
            "Question",
            new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
            Optional.empty(),
            clock.get(),
            Optional.empty()),
        new EmailCommand.Claim(mail, mailbox, "a@b.example", Optional.empty(), mail + "@b"),
        new EmailCommand.Ended(mail, as, clock.get(), Optional.empty(), Optional.empty()));
    return mail;
  }

  private JsonNode shown(String campaign) {
    return office.ana.get("/campaigns/" + campaign).json();
  }

  private void hear(EventType type, UUID mail) {
    Event event =
        new Event(
            1,
            UUID.randomUUID(),
            type,
            office.scope.workspace(),
            mail,
            clock.get(),
            JsonNodeFactory.instance.objectNode());
    db.database()
        .inWorkspace(
            office.scope,
            tx -> {
              new CampaignConsumer(api.streams())
                  .apply(tx, office.scope.workspace(), List.of(event));
              return true;
            });
  }
}
