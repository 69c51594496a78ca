package com.salescopilot.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.sending.SendHook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a campaign does by itself as time goes on: it waits for those who are away, and ends.
final class AwayAndOverTest {
  private static final Hands clock = new Hands(Instant.parse("2026-03-02T08:00:00Z"));

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api =
      new TestApi(
          db,
          clock,
          List.of(
              new SendHook(
                  Optional.of(
                      new Relay(
                          "127.0.0.1",
                          1,
                          Optional.empty(),
                          Optional.empty(),
                          Relay.Security.NONE,
                          "sales@relay.example",
                          1))),
              new DispatchHook()));

  @TempDir Path directory = Path.of("target");

  @Test
  void whoever_is_away_gets_the_next_step_when_they_are_back_without_anybody_asking()
      throws Exception {
    Run run = new Run("");
    assertThat(run.until("2026-03-02T12:00:00Z")).hasSize(2);
    ObjectNode away = JsonNodeFactory.instance.objectNode().put("returnDate", "2026-03-05");
    run.hear(EventType.EMAIL_AUTO_REPLIED, run.mails.getFirst(), away);
    JsonNode why = run.why(run.mails.getFirst().prospect());
    assertThat(why.path("nextAt").asText()).isEqualTo("2026-03-06T08:00:00Z");
    assertThat(why.path("chain").findValuesAsText("code")).contains("RESUME_AT", "WINDOW");
    assertThat(run.until("2026-03-05T23:00:00Z"))
        .as("the other goes on in time")
        .containsExactly("2026-03-03T08:00:00Z");
    assertThat(run.status()).as("as one is still to come").isEqualTo("ACTIVE");
    assertThat(run.until("2026-03-10T00:00:00Z"))
        .as("on the morning after the day of the return, in Berlin")
        .containsExactly("2026-03-06T08:00:00Z");
    assertThat(run.status()).isEqualTo("COMPLETED");
  }

  @Test
  void whoever_answers_from_afar_is_waited_for_60_days_at_most() throws Exception {
    Run run = new Run("");
    assertThat(run.until("2026-03-02T12:00:00Z")).hasSize(2);
    ObjectNode away = JsonNodeFactory.instance.objectNode().put("returnDate", "2027-01-01");
    run.hear(EventType.EMAIL_AUTO_REPLIED, run.mails.getFirst(), away);
    assertThat(run.why(run.mails.getFirst().prospect()).path("nextAt").asText())
        .isEqualTo("2026-05-01T08:00:00Z");
    assertThat(run.until("2026-06-01T00:00:00Z"))
        .containsExactly("2026-03-03T08:00:00Z", "2026-05-01T08:00:00Z");
  }

  @Test
  void a_campaign_ends_by_itself_when_everybody_has_ended() throws Exception {
    Run run = new Run("");
    assertThat(run.until("2026-03-02T12:00:00Z")).hasSize(2);
    run.hear(EventType.EMAIL_REPLIED, run.mails.getFirst(), JsonNodeFactory.instance.objectNode());
    assertThat(run.status()).isEqualTo("ACTIVE");
    assertThat(run.until("2026-03-04T12:00:00Z")).hasSize(1);
    assertThat(run.status()).isEqualTo("COMPLETED");
  }

  @Test
  void a_campaign_ends_by_itself_at_its_end_whoever_is_left() throws Exception {
    Run run = new Run(",\"endDate\":\"2026-03-02T20:00:00Z\"");
    assertThat(run.until("2026-03-06T12:00:00Z")).as("no second step").hasSize(2);
    assertThat(run.status()).isEqualTo("COMPLETED");
  }

  @Test
  void a_campaign_by_hand_begins_with_its_first_mail_and_ends_by_itself_at_its_end()
      throws Exception {
    Run run = new Run("");
    String bo = run.mails.getFirst().prospect();
    String byHand =
        run.server.made(
            "/campaigns",
            "{\"name\":\"H\",\"endDate\":\"2026-03-20T12:00:00Z\",\"prospectIds\":[\"%s\"]}"
                .formatted(bo));
    String letter =
        run.server.made(
            "/emails/send",
            """
            {"campaignId":"%s","prospectId":"%s","to":"bo@acme.example","subject":"S",
             "bodyText":"T","idempotencyKey":"k"}\
            """
                .formatted(byHand, bo));
    assertThat(run.status(byHand)).isEqualTo("DRAFT");
    run.hear(
        EventType.EMAIL_QUEUED,
        new Mail(bo, UUID.fromString(letter)),
        JsonNodeFactory.instance.objectNode());
    assertThat(run.status(byHand)).isEqualTo("ACTIVE");
    assertThat(
            run.server
                .ana
                .get("/campaigns/" + byHand + "/prospects")
                .json()
                .at("/items/0/currentStep")
                .asInt())
        .isZero();
    assertThat(run.until("2026-03-20T11:59:00Z")).isNotEmpty();
    assertThat(run.status(byHand)).isEqualTo("ACTIVE");
    assertThat(run.until("2026-03-20T12:00:00Z")).isEmpty();
    assertThat(run.status(byHand)).isEqualTo("COMPLETED");
  }

  /// A campaign of two steps, a day apart, to two people in Berlin at different companies.
  private final class Run {
    private final VirtualServer server;
    private final String campaign;
    private final List<Mail> mails;

    Run(String more) throws Exception {
      clock.set(Instant.parse("2026-03-02T08:00:00Z"));
      server = new VirtualServer(db, api, clock, RunningCampaign.tokens(directory));
      List<String> people =
          List.of(
              server.made("/prospects", "{\"email\":\"bo@acme.example\"}"),
              server.made("/prospects", "{\"email\":\"cy@other.example\"}"));
      campaign =
          server.made(
              "/campaigns",
              """
              {"name":"C","prospectIds":["%s"],
               "policy":{"zone":"Europe/Berlin","gapSeconds":0,"ramp":false}%s}\
              """
                  .formatted(String.join("\",\"", people), more));
      for (int position = 1; position <= 2; position++) {
        server.made(
            "/campaigns/" + campaign + "/steps",
            """
            {"position":%d,"subject":"S","bodyText":"T {{unsubscribeUrl}}","delayAmount":%d}\
            """
                .formatted(position, position - 1));
      }
      assertThat(
              server
                  .ana
                  .patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}")
                  .status())
          .isEqualTo(200);
      mails =
          people.stream()
              .map(
                  who ->
                      new Mail(
                          who,
                          DerivedId.stepEmail(
                              UUID.fromString(campaign), UUID.fromString(who), 1, 0)))
              .toList();
    }

    List<String> until(String end) {
      return server.until(Instant.parse(end), _ -> EmailStatus.SENT).stream()
          .map(mail -> mail.at().toString())
          .toList();
    }

    JsonNode why(String prospect) {
      return server.ana.get("/campaigns/" + campaign + "/prospects/" + prospect + "/why").json();
    }

    String status() {
      return status(campaign);
    }

    String status(String of) {
      return server.ana.get("/campaigns/" + of).at("status");
    }

    void hear(EventType type, Mail mail, ObjectNode payload) {
      Event event =
          new Event(
              1,
              UUID.randomUUID(),
              type,
              server.scope.workspace(),
              mail.id(),
              clock.instant(),
              payload);
      boolean _ =
          db.database()
              .inWorkspace(
                  server.scope,
                  tx -> {
                    new CampaignConsumer(api.streams())
                        .apply(tx, server.scope.workspace(), List.of(event));
                    return true;
                  });
    }
  }

  /// Somebody's first mail.
  private record Mail(String prospect, UUID id) {}
}
