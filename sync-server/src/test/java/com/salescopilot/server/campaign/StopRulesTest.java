package com.salescopilot.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StopRulesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Statements statements = Statements.load(StopRulesTest.class);
  private final Office office = new Office(db, api);
  private final String bo = office.prospect("bo@acme.example", "Bo");
  private final String cy = office.prospect("cy@acme.example", "Cy");
  private final String di = office.prospect("di@other.example", "Di");
  private final String campaign = office.campaign(bo, cy, di);
  private final String other = office.campaign(bo);
  private UUID mail = new UUID(0, 0);

  @BeforeEach
  void bo_has_had_the_first_step() {
    db.addMailbox(office.scope);
    office.step(campaign, 1);
    office.step(campaign, 2);
    assertThat(office.status(campaign, "ACTIVE").status()).isEqualTo(200);
    mail = office.due(campaign, bo, 1);
    office.ends(mail, EmailStatus.SENT);
  }

  @Test
  void a_reply_stops_its_prospect_everywhere_and_the_colleagues() {
    assertThat(rehearsed()).as("as it is rehearsed").contains("EXCLUDED");
    hear(EventType.EMAIL_REPLIED, JsonNodeFactory.instance.objectNode());
    assertThat(status(campaign, bo)).isEqualTo("REPLIED");
    assertThat(status(other, bo)).isEqualTo("EXCLUDED REPLIED_ELSEWHERE");
    assertThat(status(campaign, cy)).isEqualTo("EXCLUDED COMPANY_REPLIED");
    assertThat(status(campaign, di)).isEqualTo("ACTIVE");
  }

  @Test
  void a_workspace_may_let_the_colleagues_of_one_who_answers_go_on() {
    db.database()
        .inWorkspace(
            office.scope,
            tx ->
                tx.exec(
                    statements.get("policy"),
                    Args.of("ws", office.scope.workspace())
                        .and("policy", "{\"companyStop\":false}")));
    assertThat(rehearsed()).as("as it is rehearsed").contains("REPLIED").doesNotContain("EXCLUDED");
    hear(EventType.EMAIL_REPLIED, JsonNodeFactory.instance.objectNode());
    assertThat(status(campaign, bo)).isEqualTo("REPLIED");
    assertThat(status(other, bo)).isEqualTo("EXCLUDED REPLIED_ELSEWHERE");
    assertThat(status(campaign, cy)).isEqualTo("ACTIVE");
  }

  private String rehearsed() {
    return office
        .ana
        .post(
            "/campaigns/" + campaign + "/rehearse",
            "{\"rates\":{\"reply\":1,\"ooo\":0,\"bounce\":0,\"unsubscribe\":0}}")
        .json()
        .path("ends")
        .toString();
  }

  @Test
  void a_reply_that_nobody_proved_stops_nothing() {
    hear(EventType.EMAIL_REPLIED, JsonNodeFactory.instance.objectNode().put("verified", false));
    assertThat(status(campaign, bo)).isEqualTo("ACTIVE");
  }

  @Test
  void who_is_away_goes_on_when_they_are_back_and_who_has_left_does_not() {
    hear(
        EventType.EMAIL_AUTO_REPLIED,
        JsonNodeFactory.instance.objectNode().put("returnDate", "2026-09-10"));
    assertThat(status(campaign, bo)).isEqualTo("PAUSED OOO");
    assertThat(office.enrolment(campaign, bo).at("resumeAt")).isEqualTo("2026-09-11T00:00:00Z");
    hear(EventType.EMAIL_AUTO_REPLIED, JsonNodeFactory.instance.objectNode().put("left", true));
    assertThat(status(campaign, bo)).isEqualTo("PAUSED LEFT");
    assertThat(office.enrolment(campaign, bo).at("resumeAt")).isEqualTo("null");
  }

  @Test
  void a_hard_bounce_stops_its_address_and_a_soft_one_does_not() {
    hear(EventType.EMAIL_BOUNCED, JsonNodeFactory.instance.objectNode().put("bounce", "soft"));
    assertThat(status(campaign, bo)).isEqualTo("ACTIVE");
    hear(EventType.EMAIL_BOUNCED, JsonNodeFactory.instance.objectNode());
    assertThat(status(campaign, bo)).isEqualTo("BOUNCED");
    assertThat(suppressed()).isEqualTo("bo@acme.example BOUNCED");
  }

  @Test
  void who_opts_out_is_out_of_every_campaign() {
    hear(EventType.EMAIL_UNSUBSCRIBED, JsonNodeFactory.instance.objectNode());
    assertThat(status(campaign, bo)).isEqualTo("UNSUBSCRIBED UNSUBSCRIBED");
    assertThat(status(other, bo)).isEqualTo("UNSUBSCRIBED UNSUBSCRIBED");
    assertThat(status(campaign, cy)).isEqualTo("ACTIVE");
    assertThat(suppressed()).isEqualTo("bo@acme.example UNSUBSCRIBED");
  }

  private String status(String of, String prospect) {
    TestApi.Reply row = office.enrolment(of, prospect);
    String reason = row.at("reason");
    return row.at("status") + (reason.equals("null") ? "" : " " + reason);
  }

  private String suppressed() {
    var row = office.ana.get("/suppressions").json().at("/items/0");
    return row.path("address").asText() + " " + row.path("source").asText();
  }

  private void hear(EventType type, ObjectNode payload) {
    Event event =
        new Event(1, UUID.randomUUID(), type, office.scope.workspace(), mail, Office.NOW, payload);
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
