package com.salescopilot.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ForecastRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Scope scope = db.newWorkspace();
  private final TestApi.Client ana = api.as(scope);
  private final List<String> people = new ArrayList<>();

  @Test
  void a_running_campaign_tells_its_days_its_mails_and_why_each_waits() {
    db.addMailbox(scope);
    String campaign = campaign(3);
    Reply draft = ana.get("/campaigns/" + campaign + "/forecast?days=10");
    assertThat(draft.json().path("perDay")).hasSize(10);
    assertThat(draft.json().path("slots")).isEmpty();
    assertThat(draft.json().at("/held/0/code").asText()).isEqualTo("CAMPAIGN_DRAFT");
    assertThat(draft.json().at("/held/0/count").asInt()).isEqualTo(3);

    Reply started = ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    JsonNode forecast = ana.get("/campaigns/" + campaign + "/forecast").json();
    assertThat(forecast.path("slots")).hasSize(6);
    assertThat(forecast.path("estimate").asBoolean()).isFalse();
    int counted = 0;
    for (JsonNode day : forecast.path("perDay")) {
      counted += day.path("count").asInt();
    }
    assertThat(counted).isEqualTo(6);
    JsonNode first = forecast.at("/slots/0");
    assertThat(first.path("position").asInt()).isEqualTo(1);
    assertThat(first.path("variant").asText()).isEqualTo("A");

    String who = first.path("prospectId").asText();
    JsonNode why = ana.get("/campaigns/" + campaign + "/prospects/" + who + "/why").json();
    assertThat(why.path("state").asText()).isEqualTo("WAITING");
    assertThat(why.path("nextAt").asText()).isEqualTo(first.path("at").asText());
    assertThat(why.path("binding").asText()).isEqualTo(first.path("binding").asText());
    assertThat(why.path("emailId").asText()).isEqualTo(first.path("emailId").asText());
  }

  @Test
  void a_rehearsal_changes_nothing_and_answers_alike_for_the_same_seed() {
    db.addMailbox(scope);
    String campaign = campaign(4);
    String body = "{\"seed\":5,\"rates\":{\"reply\":0,\"ooo\":0,\"bounce\":1,\"unsubscribe\":0}}";
    Reply one = ana.post("/campaigns/" + campaign + "/rehearse", body);
    assertThat(one.json().path("slots")).hasSize(4);
    assertThat(one.json().at("/ends/0/status").asText()).isEqualTo("BOUNCED");
    assertThat(one.json().at("/ends/0/count").asInt()).isEqualTo(4);
    Reply silent =
        ana.post(
            "/campaigns/" + campaign + "/rehearse",
            "{\"rates\":{\"reply\":0,\"ooo\":0,\"bounce\":0,\"unsubscribe\":0}}");
    assertThat(silent.json().path("slots")).hasSize(8);
    JsonNode mail = silent.json().at("/slots/0");
    assertThat(mail.path("subject").asText()).isEqualTo("Question");
    assertThat(mail.path("bodyText").asText()).startsWith("Hello Bo, https://");
    ana.patch("/prospects/" + people.getFirst(), "{\"firstName\":null}");
    List<String> lacking = new ArrayList<>();
    ana.post("/campaigns/" + campaign + "/rehearse", "{}")
        .json()
        .path("slots")
        .forEach(
            slot -> {
              if (slot.has("problems")) {
                lacking.add(slot.path("prospectId").asText());
              }
            });
    assertThat(lacking).isNotEmpty().containsOnly(people.getFirst());
    JsonNode finding =
        ana.post("/campaigns/" + campaign + "/rehearse", "{}").json().at("/findings/0");
    assertThat(finding.path("code").asText()).isEqualTo("EMPTY_FIELD");
    assertThat(finding.path("prospectId").asText()).isEqualTo(people.getFirst());
    assertThat(silent.json().path("findings").findValuesAsText("severity"))
        .as("when nobody lacked anything")
        .containsOnly("WARNING");
    assertThat(ana.get("/campaigns/" + campaign).at("status")).isEqualTo("DRAFT");
    assertThat(
            ana.post("/campaigns/" + campaign + "/rehearse", "{\"rates\":{\"reply\":2}}")
                .pointers())
        .contains("/rates/reply");
  }

  @Test
  void whoever_lacks_a_field_is_held_and_keeps_nobody_waiting() {
    db.addMailbox(scope);
    String campaign = campaign(3);
    String lacking = people.get(1);
    Reply started = ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    ana.patch("/prospects/" + lacking, "{\"firstName\":null}");
    JsonNode forecast = ana.get("/campaigns/" + campaign + "/forecast").json();
    assertThat(forecast.path("slots").findValuesAsText("prospectId"))
        .hasSize(4)
        .doesNotContain(lacking);
    assertThat(forecast.path("held").toString())
        .isEqualTo("[{\"code\":\"EMPTY_FIELD\",\"count\":1}]");
    String path = "/campaigns/" + campaign + "/prospects/" + lacking + "/why";
    JsonNode why = ana.get(path).json();
    assertThat(why.path("state").asText()).isEqualTo("HELD");
    assertThat(why.path("binding").asText()).isEqualTo("EMPTY_FIELD");
    ana.patch("/prospects/" + lacking, "{\"firstName\":\"Bea\"}");
    assertThat(ana.get(path).json().path("state").asText()).as("mended").isEqualTo("WAITING");
  }

  @Test
  void whoever_lacks_a_field_of_a_later_step_is_told_of_before_it_is_due() {
    db.addMailbox(scope);
    String campaign = campaign(2);
    made(
        "/campaigns/" + campaign + "/steps",
        "{\"position\":3,\"subject\":\"Q\",\"bodyText\":\"{{jobTitle}}, {{unsubscribeUrl}}\"}");
    ana.patch("/prospects/" + people.getFirst(), "{\"jobTitle\":\"CTO\"}");
    Reply started =
        ana.patch(
            "/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\",\"acceptWaiting\":true}");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    JsonNode forecast = ana.get("/campaigns/" + campaign + "/forecast").json();
    assertThat(forecast.path("slots").findValuesAsText("position"))
        .containsExactlyInAnyOrder("1", "1", "2", "2", "3");
    assertThat(forecast.path("held").toString())
        .isEqualTo("[{\"code\":\"EMPTY_FIELD\",\"count\":1}]");
    JsonNode why =
        ana.get("/campaigns/" + campaign + "/prospects/" + people.getLast() + "/why").json();
    assertThat(why.path("state").asText()).as("of the next mail").isEqualTo("WAITING");
    ana.patch("/prospects/" + people.getLast(), "{\"jobTitle\":\"CFO\"}");
    assertThat(ana.get("/campaigns/" + campaign + "/forecast").json().path("slots")).hasSize(6);
  }

  @Test
  void a_letter_by_hand_says_where_it_stands() {
    Reply sent =
        ana.post(
            "/emails/send",
            "{\"to\":\"bo@b.example\",\"subject\":\"S\",\"bodyText\":\"T\",\"idempotencyKey\":\"k\"}");
    JsonNode why = ana.get("/emails/" + sent.at("id") + "/why").json();
    assertThat(why.path("state").asText()).isEqualTo("HELD");
    assertThat(why.path("binding").asText()).isEqualTo("NO_MAILBOX");
  }

  @Test
  void what_is_not_there_has_no_forecast() {
    String nowhere = UUID.randomUUID().toString();
    assertThat(ana.get("/campaigns/" + nowhere + "/forecast").status()).isEqualTo(404);
    assertThat(ana.get("/emails/" + nowhere + "/why").status()).isEqualTo(404);
    String campaign = campaign(0);
    assertThat(ana.get("/campaigns/" + campaign + "/prospects/" + nowhere + "/why").status())
        .isEqualTo(404);
    assertThat(ana.get("/campaigns/" + campaign + "/forecast?days=0").status()).isEqualTo(400);
    Reply stranger = api.as(db.newWorkspace()).get("/campaigns/" + campaign + "/forecast");
    assertThat(stranger.status()).isEqualTo(404);
  }

  private String campaign(int prospects) {
    for (int i = 0; i < prospects; i++) {
      people.add(
          made("/prospects", "{\"email\":\"p%d@b.example\",\"firstName\":\"Bo\"}".formatted(i)));
    }
    String ids = people.isEmpty() ? "" : "\"" + String.join("\",\"", people) + "\"";
    String campaign =
        made("/campaigns", "{\"name\":\"Autumn\",\"prospectIds\":[%s]}".formatted(ids));
    for (int position = 1; position <= 2; position++) {
      made(
          "/campaigns/" + campaign + "/steps",
          """
          {"position":%d,"subject":"Question","bodyText":"Hello {{firstName}}, {{unsubscribeUrl}}"}\
          """
              .formatted(position));
    }
    return campaign;
  }

  private String made(String path, String body) {
    Reply reply = ana.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.at("id");
  }
}
