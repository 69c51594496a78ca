package com.salescopilot.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StepRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Office office = new Office(db, api);

  @Test
  void steps_are_added_changed_and_removed() {
    String campaign = office.campaign();
    String first = office.step(campaign, 1);
    String steps = "/campaigns/" + campaign + "/steps";
    assertThat(office.ana.post(steps, "{\"position\":1,\"variant\":\"B\"}").at("variant"))
        .isEqualTo("B");
    Reply behind = office.ana.post(steps, "{\"position\":1}");
    assertThat(behind.json().path("position").asInt()).isEqualTo(2);
    assertThat(office.ana.patch(steps + "/" + first, "{\"delayAmount\":400}").pointers())
        .containsExactly("/delayAmount");
    assertThat(office.ana.patch(steps + "/" + first, "{\"delayAmount\":4}").status())
        .isEqualTo(200);
    assertThat(office.ana.delete(steps + "/" + behind.at("id")).status()).isEqualTo(204);
    assertThat(office.ana.get(steps).json().path("items")).hasSize(2);
    assertThat(office.ana.get("/campaigns/" + office.campaign() + "/steps/" + first).status())
        .as("a step of another campaign")
        .isEqualTo(404);
  }

  @Test
  void a_campaign_starts_when_nothing_blocks_it_and_says_what_does() {
    String campaign = office.campaign(office.prospect("bo@b.example", "Bo"));
    office.step(campaign, 1, "Question", "Hello {{fristName}}");
    Reply refused = office.status(campaign, "ACTIVE");
    assertThat(refused.code()).isEqualTo("PREFLIGHT");
    assertThat(refused.json().path("findings").findValuesAsText("code"))
        .containsExactly("NO_MAILBOX", "TEMPLATE_ERROR", "NO_UNSUBSCRIBE");
    Reply looked = office.ana.post("/campaigns/" + campaign + "/preflight", "");
    assertThat(looked.json().path("mayStart").asBoolean()).isFalse();
    assertThat(looked.json().path("findings")).hasSize(3);
    assertThat(office.ana.get("/campaigns/" + campaign).at("status")).isEqualTo("DRAFT");
  }

  @Test
  void a_step_that_left_moves_its_prospect_and_stays_where_it_is() {
    String bo = office.prospect("bo@b.example", "Bo");
    String campaign = started(bo);
    UUID mail = office.due(campaign, bo, 1);
    office.ends(mail, EmailStatus.SENT);
    assertThat(office.enrolment(campaign, bo).json().path("currentStep").asInt()).isEqualTo(1);
    assertThat(office.enrolment(campaign, bo).at("status")).isEqualTo("ACTIVE");
    Reply steps = office.ana.get("/campaigns/" + campaign + "/steps");
    String first = steps.json().at("/items/0/id").asText();
    Reply kept = office.ana.delete("/campaigns/" + campaign + "/steps/" + first);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.code()).isEqualTo("STATE");
    office.ends(office.due(campaign, bo, 2), EmailStatus.SENT);
    assertThat(office.enrolment(campaign, bo).at("status")).isEqualTo("COMPLETED");
  }

  @Test
  void a_step_that_failed_stops_its_prospect_until_somebody_tries_again() {
    String bo = office.prospect("bo@b.example", "Bo");
    String campaign = started(bo);
    office.ends(office.due(campaign, bo, 1), EmailStatus.FAILED);
    assertThat(office.enrolment(campaign, bo).at("status")).isEqualTo("FAILED");
    assertThat(office.enrolment(campaign, bo).at("reason")).isEqualTo("550 no");
    assertThat(ask(campaign, bo, "resume").code()).isEqualTo("STATE");
    Reply again = ask(campaign, bo, "retry");
    assertThat(again.at("status")).isEqualTo("ACTIVE");
    assertThat(again.json().path("rotation").asInt()).isEqualTo(1);
  }

  @Test
  void somebody_is_paused_resumed_taken_out_and_begun_anew() {
    String bo = office.prospect("bo@b.example", "Bo");
    String campaign = office.campaign(bo);
    String pause = "/campaigns/" + campaign + "/prospects/" + bo + "/pause";
    Reply paused = office.ana.post(pause, "{\"until\":\"2026-10-01T08:00:00Z\"}");
    assertThat(paused.at("status")).as(paused.text()).isEqualTo("PAUSED");
    assertThat(paused.at("resumeAt")).isEqualTo("2026-10-01T08:00:00Z");
    assertThat(office.ana.post(pause, "{\"until\":\"soon\"}").pointers()).containsExactly("/until");
    assertThat(ask(campaign, bo, "resume").at("status")).isEqualTo("ACTIVE");
    assertThat(ask(campaign, bo, "exclude").at("status")).isEqualTo("EXCLUDED");
    assertThat(ask(campaign, bo, "restart").json().path("rotation").asInt()).isEqualTo(1);
    assertThat(ask(campaign, UUID.randomUUID().toString(), "resume").status()).isEqualTo(404);
    String more = office.prospect("cy@b.example", "Cy");
    Reply enrolled =
        office.ana.post(
            "/campaigns/" + campaign + "/prospects",
            "{\"prospectIds\":[\"%s\",\"%s\"]}".formatted(bo, more));
    assertThat(enrolled.json().path("added").asInt()).isEqualTo(1);
  }

  private Reply ask(String campaign, String prospect, String what) {
    return office.ana.post("/campaigns/" + campaign + "/prospects/" + prospect + "/" + what, "");
  }

  /// A campaign of two steps that runs.
  private String started(String prospect) {
    db.addMailbox(office.scope);
    String campaign = office.campaign(prospect);
    office.step(campaign, 1);
    office.step(campaign, 2);
    assertThat(office.status(campaign, "ACTIVE").at("status")).isEqualTo("ACTIVE");
    return campaign;
  }
}
