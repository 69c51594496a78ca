package com.salescopilot.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.Days;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DashboardRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  private final Statements statements = Statements.load(DashboardRoutesTest.class);
  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  @Test
  void nothing_yet_is_zeroes_and_no_rates() {
    JsonNode stats = ana.get("/dashboard/stats").json();
    assertThat(stats.path("asOf").asText()).isEqualTo("2026-03-31T09:00:00Z");
    assertThat(stats.path("scope").asText()).isEqualTo("me");
    assertThat(stats.path("sent").asInt(-1)).isZero();
    assertThat(stats.path("openRate").toString())
        .isEqualTo("{\"num\":0,\"den\":0,\"rate\":null,\"low\":null,\"high\":null}");
    assertThat(stats.path("repliesKnownThrough").isNull()).isTrue();

    JsonNode timeline = ana.get("/dashboard/timeline").json();
    assertThat(timeline.path("days")).hasSize(7);
    assertThat(timeline.at("/days/6").toString())
        .isEqualTo("{\"date\":\"2026-03-31\",\"sent\":0,\"opened\":0,\"replied\":0}");
    assertThat(timeline.path("events")).isEmpty();
  }

  @Test
  void mails_opens_and_replies_are_counted_where_and_when_they_happened() {
    ana.post("/prospects", "{\"email\":\"bo@b.example\",\"firstName\":\"Bo\",\"company\":\"B\"}");
    String campaign = ana.post("/campaigns", "{\"name\":\"Spring\"}").at("id");
    UUID first = sent(ana, scope, "bo@b.example", campaign, "2026-03-28T22:30:00Z");
    UUID second = sent(ana, scope, "cy@b.example", campaign, "2026-03-29T21:59:59Z");
    mail(ana, "dee@b.example", campaign);
    engaged(first, "2026-03-29T22:00:00Z", "2026-03-30T08:00:00Z");
    engaged(second, "2026-03-30T08:00:01Z", "");
    UUID reply = reply(first, "2026-03-30T08:00:00Z");
    ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}");

    JsonNode stats = ana.get("/dashboard/stats").json();
    assertThat(stats.path("sent").asInt()).isEqualTo(2);
    assertThat(stats.path("pending").asInt()).isEqualTo(1);
    assertThat(stats.path("activeCampaigns").asInt()).isEqualTo(1);
    assertThat(stats.at("/openRate/num").asInt()).isEqualTo(2);
    assertThat(stats.at("/replyRate").toString())
        .isEqualTo("{\"num\":1,\"den\":2,\"rate\":0.5,\"low\":0.0945,\"high\":0.9055}");

    // in Berlin the 29th had 23 hours: from 23:00Z of the 28th to 22:00Z
    JsonNode berlin = ana.get("/dashboard/timeline?days=4&tz=Europe/Berlin").json();
    assertThat(berlin.path("tz").asText()).isEqualTo("Europe/Berlin");
    assertThat(counts(berlin)).isEqualTo("28:1/0/0 29:1/0/0 30:0/2/1 31:0/0/0");
    assertThat(counts(ana.get("/dashboard/timeline?days=4").json()))
        .isEqualTo("28:1/0/0 29:1/1/0 30:0/1/1 31:0/0/0");

    JsonNode events = berlin.path("events");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "EMAIL_OPENED", "EMAIL_REPLIED", "EMAIL_OPENED", "EMAIL_SENT", "EMAIL_SENT");
    JsonNode replied = events.get(1);
    assertThat(replied.path("id").asText()).isEqualTo(reply.toString());
    assertThat(replied.path("at").asText()).isEqualTo("2026-03-30T08:00:00Z");
    assertThat(replied.path("emailId").asText()).isEqualTo(first.toString());
    assertThat(replied.path("subject").asText()).isEqualTo("Hi");
    assertThat(replied.at("/prospect/firstName").asText()).isEqualTo("Bo");
    assertThat(replied.at("/campaign/name").asText()).isEqualTo("Spring");
    assertThat(events.get(0).path("prospect").isNull()).isTrue();
  }

  @Test
  void the_workspaces_numbers_are_for_admins() {
    Scope colleague = db.newMember(scope);
    sent(api.as(colleague), colleague, "bo@b.example", "", "2026-03-30T08:00:00Z");
    TestApi.Client admin = api.asAdmin(scope);
    assertThat(admin.get("/dashboard/stats").at("sent")).isEqualTo("0");
    assertThat(admin.get("/dashboard/stats?scope=workspace").at("sent")).isEqualTo("1");
    assertThat(admin.get("/dashboard/timeline?scope=workspace").json().path("events")).hasSize(1);
    assertThat(admin.get("/dashboard/timeline?scope=me").json().path("events")).isEmpty();
    assertThat(ana.get("/dashboard/stats?scope=workspace").status()).isEqualTo(403);
    assertThat(ana.get("/dashboard/timeline?scope=workspace").status()).isEqualTo(403);
  }

  @Test
  void parameters_out_of_range_are_named() {
    Reply refused = ana.get("/dashboard/timeline?days=91&tz=Nowhere&scope=all");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactlyInAnyOrder("?days", "?tz", "?scope");
    assertThat(ana.get("/dashboard/timeline?days=x").status()).isEqualTo(400);
    assertThat(ana.get("/dashboard/timeline?days=0").status()).isEqualTo(400);
    assertThat(ana.get("/dashboard/timeline?days=90").json().path("days")).hasSize(90);
    assertThat(ana.get("/dashboard/stats?tz=%00").status()).isIn(400, 404);
  }

  @Test
  void days_end_today_and_have_the_hours_that_they_have() {
    Days days = new Days(ZoneId.of("America/New_York"), Instant.parse("2026-11-02T04:30:00Z"), 2);
    assertThat(days.dates()).hasToString("[2026-10-31, 2026-11-01]");
    assertThat(days.bounds())
        .containsExactly(
            Instant.parse("2026-10-31T04:00:00Z"),
            Instant.parse("2026-11-01T04:00:00Z"),
            Instant.parse("2026-11-02T05:00:00Z"));
  }

  private static String counts(JsonNode timeline) {
    StringBuilder counts = new StringBuilder();
    for (JsonNode day : timeline.path("days")) {
      counts
          .append(day.path("date").asText().substring(8))
          .append(':')
          .append(day.path("sent").asInt())
          .append('/')
          .append(day.path("opened").asInt())
          .append('/')
          .append(day.path("replied").asInt())
          .append(' ');
    }
    return counts.toString().strip();
  }

  private UUID sent(TestApi.Client who, Scope whose, String to, String campaign, String at) {
    UUID mail = mail(who, to, campaign);
    write(
        whose,
        new EmailCommand.Claim(mail, mail, "ana@a.example", Optional.empty(), "<" + mail + "@a>"),
        new EmailCommand.Ended(
            mail, EmailStatus.SENT, Instant.parse(at), Optional.empty(), Optional.empty()));
    return mail;
  }

  private static UUID mail(TestApi.Client who, String to, String campaign) {
    String member = campaign.isEmpty() ? "" : "\"campaignId\":\"%s\",".formatted(campaign);
    Reply sent =
        who.post(
            "/emails/send",
            "{%s\"to\":\"%s\",\"subject\":\"Hi\",\"bodyText\":\"Hello\",\"idempotencyKey\":\"%s\"}"
                .formatted(member, to, UUID.randomUUID()));
    assertThat(sent.status()).isEqualTo(201);
    return UUID.fromString(sent.at("id"));
  }

  private void engaged(UUID mail, String opened, String replied) {
    write(
        scope,
        new EmailCommand.Engaged(
            mail,
            Optional.of(Instant.parse(opened)),
            1,
            Optional.of(replied).filter(text -> !text.isEmpty()).map(Instant::parse),
            replied.isEmpty() ? 0 : 1,
            Signals.none()));
  }

  private UUID reply(UUID mail, String at) {
    UUID id = UUID.randomUUID();
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(
                    statements.get("reply"),
                    Args.of("ws", scope.workspace())
                        .and("id", id)
                        .and("mail", mail)
                        .and("at", Instant.parse(at))));
    return id;
  }

  private static void write(Scope whose, Change... changes) {
    api.streams().write(whose, new Actor.Internal("test"), List.of(changes));
  }
}
