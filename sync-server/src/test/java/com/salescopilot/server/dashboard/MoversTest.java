package com.salescopilot.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.stats.Signal;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MoversTest {
  private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  private final Map<UUID, List<Signal>> all = new HashMap<>();
  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  @Test
  void nobody_moves_at_first() {
    JsonNode momentum = ana.get("/dashboard/momentum").json();
    assertThat(momentum.toString())
        .isEqualTo(
            "{\"summary\":{\"current\":0.0,\"previous\":0.0,\"deltaPct\":null},\"prospects\":[]}");
    assertThat(ana.get("/dashboard/campaigns").json().toString()).isEqualTo("{\"campaigns\":[]}");
  }

  @Test
  void the_most_moved_come_first_with_the_reasons_and_what_to_do() {
    UUID bo = sent("bo@b.example", 100);
    UUID cy = sent("cy@b.example", 90);
    UUID dee = sent("dee@b.example", 10);
    did(bo, Signal.Kind.REPLY, 20);
    did(cy, Signal.Kind.OPEN, 2);
    did(cy, Signal.Kind.OPEN, 1); // the same day
    did(dee, Signal.Kind.OPEN, 3);

    JsonNode momentum = ana.get("/dashboard/momentum?limit=2").json();
    assertThat(momentum.at("/summary/current").asDouble()).isEqualTo(10.2);
    assertThat(momentum.at("/summary/deltaPct").isNull()).isTrue();
    assertThat(momentum.path("prospects")).hasSize(2);
    JsonNode first = momentum.at("/prospects/0");
    assertThat(first.at("/prospect/email").asText()).isEqualTo("bo@b.example");
    assertThat(first.path("score").asDouble()).isEqualTo(8.25);
    assertThat(first.path("trend").asText()).isEqualTo("RISING");
    assertThat(first.path("nextAction").asText()).isEqualTo("REPLY_OWED");
    assertThat(first.path("reasons").toString())
        .isEqualTo(
            "[{\"kind\":\"REPLY\",\"at\":\"2026-03-30T13:00:00Z\",\"emailId\":\"%s\",\"points\":8.25}]"
                .formatted(bo));
    JsonNode second = momentum.at("/prospects/1");
    assertThat(second.at("/prospect/email").asText()).isEqualTo("cy@b.example");
    assertThat(second.path("nextAction").asText()).as("silent for 90 h").isEqualTo("FOLLOW_UP_DUE");
    assertThat(second.path("reasons")).hasSize(1);
    assertThat(ana.get("/dashboard/momentum").json().at("/prospects/2/nextAction").asText())
        .as("written to 10 h ago")
        .isEqualTo("WAIT");
  }

  @Test
  void who_bounced_is_left_out_and_colleagues_prospects_are_for_admins() {
    UUID bo = sent("bo@b.example", 100);
    did(bo, Signal.Kind.OPEN, 2);
    UUID cy = sent("cy@b.example", 90);
    did(cy, Signal.Kind.OPEN, 2);
    end(cy, EmailStatus.BOUNCED, 1);
    assertThat(ana.get("/dashboard/momentum").json().findValuesAsText("email"))
        .containsExactly("bo@b.example");

    TestApi.Client colleague = api.as(db.newMember(scope));
    assertThat(colleague.get("/dashboard/momentum").json().path("prospects")).isEmpty();
    assertThat(colleague.get("/dashboard/momentum?scope=workspace").status()).isEqualTo(403);
    assertThat(colleague.get("/dashboard/campaigns?scope=workspace").status()).isEqualTo(403);
    assertThat(api.asAdmin(scope).get("/dashboard/momentum?scope=workspace").status())
        .isEqualTo(200);
    assertThat(ana.get("/dashboard/momentum?limit=0").pointers()).containsExactly("?limit");
    assertThat(ana.get("/dashboard/momentum?limit=101").status()).isEqualTo(400);
  }

  @Test
  void campaigns_that_run_come_before_drafts_with_what_came_of_them() {
    String draft = ana.post("/campaigns", "{\"name\":\"Later\"}").at("id");
    String prospect = ana.post("/prospects", "{\"email\":\"bo@b.example\"}").at("id");
    String active =
        ana.post(
                "/campaigns",
                "{\"name\":\"Now\",\"status\":\"ACTIVE\",\"prospectIds\":[\"%s\"]}"
                    .formatted(prospect))
            .at("id");
    String ended = ana.post("/campaigns", "{\"name\":\"Past\",\"status\":\"ACTIVE\"}").at("id");
    ana.patch("/campaigns/" + ended + "/status", "{\"status\":\"COMPLETED\"}");
    UUID mail = mail("bo@b.example", "\"campaignId\":\"" + active + "\",");
    end(mail, EmailStatus.SENT, 5);

    JsonNode campaigns = ana.get("/dashboard/campaigns").json().path("campaigns");
    assertThat(campaigns.findValuesAsText("id")).containsExactly(active, draft);
    JsonNode now = campaigns.get(0);
    assertThat(now.path("enrolled").asInt()).isEqualTo(1);
    assertThat(now.at("/byStatus/ACTIVE").asInt()).isEqualTo(1);
    assertThat(now.path("sent").asInt()).isEqualTo(1);
    assertThat(now.at("/replyRate/den").asInt()).isEqualTo(1);
    assertThat(now.path("nextAt").isNull()).isTrue();
    assertThat(campaigns.get(1).at("/openRate/rate").isNull()).isTrue();
  }

  private UUID sent(String to, long hoursAgo) {
    ana.post("/prospects", "{\"email\":\"%s\"}".formatted(to));
    UUID mail = mail(to, "");
    end(mail, EmailStatus.SENT, hoursAgo);
    return mail;
  }

  private UUID mail(String to, String member) {
    return UUID.fromString(
        ana.post(
                "/emails/send",
                "{%s\"to\":\"%s\",\"subject\":\"Hi\",\"bodyText\":\"Hello\",\"idempotencyKey\":\"%s\"}"
                    .formatted(member, to, UUID.randomUUID()))
            .at("id"));
  }

  private void end(UUID mail, EmailStatus as, long hoursAgo) {
    write(
        new EmailCommand.Claim(mail, mail, "ana@a.example", Optional.empty(), "<" + mail + "@a>"));
    write(
        new EmailCommand.Ended(
            mail, as, NOW.minus(Duration.ofHours(hoursAgo)), Optional.empty(), Optional.empty()));
  }

  private void did(UUID mail, Signal.Kind kind, long hoursAgo) {
    List<Signal> signals = all.computeIfAbsent(mail, _ -> new ArrayList<>());
    signals.add(new Signal(kind, mail, NOW.minus(Duration.ofHours(hoursAgo))));
    write(
        new EmailCommand.Engaged(
            mail,
            first(signals, Signal.Kind.OPEN),
            0,
            first(signals, Signal.Kind.REPLY),
            0,
            Signals.counted(signals)));
  }

  private static Optional<Instant> first(List<Signal> signals, Signal.Kind kind) {
    return signals.stream()
        .filter(signal -> signal.kind() == kind)
        .map(Signal::at)
        .min(Comparator.naturalOrder());
  }

  private void write(EmailCommand command) {
    try {
      api.streams().write(scope, new Actor.Internal("test"), List.of(command));
    } catch (RefusedException e) {
      assertThat(command)
          .as("a mail that was claimed already")
          .isInstanceOf(EmailCommand.Claim.class);
    }
  }
}
