package com.salescopilot.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CampaignRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  private List<String> prospects(int count) {
    List<Change> changes = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      ids.add(id.toString());
      changes.add(
          new Change.Create(
              new RowKey(Entity.PROSPECT, id),
              new TreeMap<>(Map.of("email", Value.text("p" + i + "@b.example")))));
    }
    api.streams().write(scope, new Actor.Internal("test"), changes);
    return ids;
  }

  private static String quoted(List<String> ids) {
    return "[\"" + String.join("\",\"", ids) + "\"]";
  }

  @Test
  void a_campaign_is_made_with_its_prospects_and_started() {
    List<String> people = prospects(3);
    Reply made =
        ana.post(
            "/campaigns",
            """
            {"name":"Spring","startDate":"2026-04-01","endDate":"2999-06-30","status":"ACTIVE",
             "prospectIds":%s}\
            """
                .formatted(quoted(people)));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("status")).isEqualTo("ACTIVE");
    assertThat(made.at("startDate")).isEqualTo("2026-04-01T00:00:00Z");
    assertThat(made.at("endDate")).isEqualTo("2999-07-01T00:00:00Z");
    assertThat(made.at("userId")).isEqualTo(scope.user().toString());

    Reply enrolments = ana.get("/campaigns/" + made.at("id") + "/prospects?limit=2");
    assertThat(enrolments.json().path("total").asInt()).isEqualTo(3);
    assertThat(enrolments.json().path("items")).hasSize(2);
    assertThat(enrolments.json().at("/items/0/status").asText()).isEqualTo("ACTIVE");
    assertThat(enrolments.json().at("/items/0/prospect/email").asText()).endsWith("@b.example");
    assertThat(enrolments.json().at("/items/0/prospect/id"))
        .isEqualTo(enrolments.json().at("/items/0/prospectId"));

    ana.delete("/prospects/" + people.getFirst());
    Reply after = ana.get("/campaigns/" + made.at("id") + "/prospects");
    assertThat(after.json().path("items")).hasSize(3);
    assertThat(after.json().path("items").findValuesAsText("prospect")).contains("null");
  }

  @Test
  void a_campaign_with_a_prospect_that_is_not_there_is_not_made_at_all() {
    List<String> people = new ArrayList<>(prospects(1));
    people.add(UUID.randomUUID().toString());
    Reply refused =
        ana.post(
            "/campaigns", "{\"name\":\"Spring\",\"prospectIds\":%s}".formatted(quoted(people)));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(ana.get("/campaigns").json().path("total").asInt()).isZero();
  }

  @Test
  void more_than_five_hundred_prospects_are_enrolled_and_a_repeat_makes_nothing() {
    String body = "{\"name\":\"Big\",\"prospectIds\":%s}".formatted(quoted(prospects(1_201)));
    Reply made = ana.post("/campaigns", body, "Idempotency-Key", "big");
    assertThat(made.status()).isEqualTo(201);
    assertThat(ana.post("/campaigns", body, "Idempotency-Key", "big").json())
        .isEqualTo(made.json());
    Reply shown = ana.get("/campaigns/" + made.at("id"));
    assertThat(shown.json().path("enrolled").asInt()).isEqualTo(1_201);
    assertThat(shown.json().at("/byStatus/ACTIVE").asInt()).isEqualTo(1_201);
    assertThat(ana.get("/campaigns").json().path("total").asInt()).isEqualTo(1);
    assertThat(
            ana.post(
                    "/campaigns",
                    body.replace("Big\"", "Big\",\"status\":\"ACTIVE\""),
                    "Idempotency-Key",
                    "big")
                .code())
        .isEqualTo("IDEMPOTENCY_KEY");
  }

  @Test
  void a_status_moves_along_its_states_and_the_same_again_is_fine() {
    String path = "/campaigns/" + ana.post("/campaigns", "{\"name\":\"Spring\"}").at("id");
    for (String status : List.of("ACTIVE", "PAUSED", "ACTIVE", "ACTIVE", "COMPLETED", "PAUSED")) {
      Reply moved = ana.patch(path + "/status", "{\"status\":\"%s\"}".formatted(status));
      assertThat(moved.status()).as(status).isEqualTo(200);
      assertThat(moved.at("status")).isEqualTo(status);
    }
    Reply refused = ana.patch(path + "/status", "{\"status\":\"DRAFT\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("STATE");
    assertThat(ana.patch(path + "/status", "{\"status\":\"OPEN\"}").status()).isEqualTo(422);
    assertThat(ana.patch(path + "/status", "{}").pointers()).containsExactly("/status");
    Scope colleague = db.newMember(scope);
    assertThat(api.as(colleague).patch(path + "/status", "{\"status\":\"ARCHIVED\"}").status())
        .isEqualTo(403);
  }

  @Test
  void a_campaign_whose_end_has_passed_does_not_start() {
    String late = "{\"name\":\"Late\",\"endDate\":\"2020-01-01\"%s}";
    Reply made = ana.post("/campaigns", late.formatted(""));
    Reply refused = ana.patch("/campaigns/" + made.at("id") + "/status", "{\"status\":\"ACTIVE\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("PREFLIGHT");
    assertThat(ana.post("/campaigns", late.formatted(",\"status\":\"ACTIVE\"")).code())
        .isEqualTo("PREFLIGHT");
    assertThat(ana.get("/campaigns").json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void numbers_come_from_the_mails_of_the_campaign() {
    String bo = prospects(1).getFirst();
    String id = ana.post("/campaigns", "{\"name\":\"Spring\"}").at("id");
    UUID sent = mail(id, bo, "p0@b.example");
    mail(id, bo, "p0@b.example");
    end(sent);

    Reply shown = ana.get("/campaigns/" + id);
    assertThat(shown.etag()).isNull();
    assertThat(shown.json().path("sent").asInt()).isEqualTo(1);
    assertThat(shown.json().path("pending").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/replyRate/num").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/openRate/rate").asDouble()).isZero();
    assertThat(shown.json().at("/repliedProspects/den").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/_count/emails").asInt()).isEqualTo(2);
    Reply list = ana.get("/campaigns?status=" + shown.at("status"));
    assertThat(list.json().at("/items/0/_count/emails").asInt()).isEqualTo(2);
    assertThat(ana.get("/campaigns?status=ARCHIVED").json().path("total").asInt()).isZero();
    assertThat(ana.get("/campaigns?status=open").status()).isEqualTo(400);
  }

  private UUID mail(String campaign, String prospect, String to) {
    Reply sent =
        ana.post(
            "/emails/send",
            """
            {"campaignId":"%s","prospectId":"%s","to":"%s","subject":"Hi","bodyText":"Hello",
             "idempotencyKey":"%s"}\
            """
                .formatted(campaign, prospect, to, UUID.randomUUID()));
    assertThat(sent.status()).isEqualTo(201);
    return UUID.fromString(sent.at("id"));
  }

  private void end(UUID mail) {
    Instant at = Instant.parse("2026-09-01T08:00:00Z");
    api.streams()
        .write(
            scope,
            new Actor.Internal("test"),
            List.of(
                new EmailCommand.Claim(mail, mail, "ana@a.example", Optional.empty(), "<1@a>"),
                new EmailCommand.Ended(
                    mail, EmailStatus.SENT, at, Optional.empty(), Optional.empty()),
                new EmailCommand.Engaged(
                    mail, Optional.empty(), 0, Optional.of(at), 1, Signals.none())));
  }

  @Test
  void everything_that_is_wrong_with_a_new_campaign_is_said_at_once() {
    Reply refused =
        ana.post(
            "/campaigns",
            "{\"status\":\"PAUSED\",\"prospectIds\":[\"x\"],\"startDate\":\"soon\",\"steps\":[]}");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/name", "/status", "/prospectIds/0", "/startDate", "/steps");
  }
}
