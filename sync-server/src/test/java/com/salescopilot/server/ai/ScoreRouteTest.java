package com.salescopilot.server.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.score.GoldenMails;
import com.salescopilot.model.score.GoldenMails.GoldenMail;
import com.salescopilot.model.score.Language;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ScoreRouteTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Statements statements = Statements.load(ScoreRouteTest.class);

  private static final String ANA =
      "{\"email\":\"ana@acme.example\",\"firstName\":\"Ana\",\"company\":\"Acme\"}";

  private final Scope scope = db.newWorkspace();
  private final TestApi.Client max = api.as(scope);

  @Test
  void a_letter_is_judged_without_a_model() {
    String request = UUID.randomUUID().toString();
    Reply reply =
        max.post("/ai/score", letter("Would it help?").put("requestId", request).toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("requestId")).isEqualTo(request);
    assertThat(reply.json().path("engine").path("name").asText()).isEqualTo("builtin");
    assertThat(reply.at("model")).isEqualTo("sc-1");
    assertThat(reply.json().path("degraded").isNull()).isTrue();
    assertThat(reply.json().path("checks")).isNotEmpty();
    assertThat(reply.json().path("blockers")).isEmpty();
  }

  @Test
  void fields_are_filled_from_the_prospect_and_what_stays_unfilled_blocks() {
    String ana = max.post("/prospects", ANA).at("id");
    String text = "Hi {{firstName}}, does {{company}} plan by hand, and {{jobTitle}} too?";

    Reply known = max.post("/ai/score", letter(text).put("prospectId", ana).toString());

    assertThat(known.json().path("blockers")).hasSize(1);
    assertThat(known.json().path("blockers").get(0).path("code").asText())
        .isEqualTo("UNRESOLVED_FIELD");
    assertThat(known.json().path("blockers").get(0).path("span").toString()).isEqualTo("[36,46]");
    assertThat(known.json().path("checks"))
        .filteredOn(check -> check.path("id").asText().equals("pers"))
        .extracting(check -> check.path("value").asInt())
        .containsExactly(1);
    // nobody is chosen yet
    Reply anybody = max.post("/ai/score", letter(text).toString());
    assertThat(anybody.json().path("blockers")).isEmpty();
  }

  @Test
  void a_draft_gives_what_the_request_does_not_say() {
    String ana = max.post("/prospects", ANA).at("id");
    String draft =
        max.post(
                "/emails/draft", letter("Hi Peter, how are you?").put("prospectId", ana).toString())
            .at("id");

    Reply kept = max.post("/ai/score", "{\"draftId\":\"" + draft + "\"}");
    assertThat(kept.json().path("blockers").get(0).path("code").asText()).isEqualTo("WRONG_NAME");
    Reply newer =
        max.post("/ai/score", letter("Hi Ana, how are you?").put("draftId", draft).toString());
    assertThat(newer.json().path("blockers")).isEmpty();
    Reply foreign = api.as(db.newWorkspace()).post("/ai/score", "{\"draftId\":\"" + draft + "\"}");
    assertThat(foreign.status()).isEqualTo(404);
  }

  @Test
  void a_hundred_letters_have_the_same_score_as_on_a_desk() {
    List<String> lines = new ArrayList<>();
    for (GoldenMail mail : GoldenMails.all()) {
      ObjectNode asked =
          JsonNodeFactory.instance
              .objectNode()
              .put("prospectId", prospect(mail))
              .put("subject", mail.subject())
              .put("bodyText", mail.text())
              .put("stepPosition", mail.step());
      mail.language().ifPresent(language -> asked.put("locale", language.code()));
      ObjectNode answer = (ObjectNode) max.post("/ai/score", asked.toString()).json();
      answer.retain("score", "raw", "band", "model", "checks", "blockers");
      lines.add(
          mail.id()
              + " "
              + GoldenMails.name(CanonicalJson.of(ValueJson.read(answer).orElseThrow())));
    }

    assertThat(lines)
        .containsExactlyElementsOf(
            GoldenMails.expected().values().stream()
                .map(line -> line.replaceAll(" .* ", " "))
                .toList());
  }

  @Test
  void a_workspace_may_weigh_otherwise_and_desks_that_know_it_say_the_same() {
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(
                    statements.get("weigh"),
                    Args.of("ws", scope.workspace())
                        .and(
                            "policy",
                            """
                            {"score":{"weights":{"len":40,"spam":0,"tone":"much","you":900}}}\
                            """)));
    Reply rules = max.get("/ai/score/rules");
    assertThat(rules.at("model")).matches("sc-1\\+[0-9a-f]{8}");
    assertThat(rules.json().at("/weights/len").asInt()).isEqualTo(40);
    assertThat(rules.json().at("/weights/tone").asInt()).isEqualTo(4);
    assertThat(rules.json().at("/weights/you").asInt()).isEqualTo(6);
    sameAsOnADesk(max, rules);
  }

  @Test
  void what_ones_own_mails_showed_is_said_and_proposed_and_changes_nothing() {
    assertThat(max.get("/ai/score/rules").json().path("own")).isEmpty();
    write("sent", 198);
    assertThat(evidence().run()).as("too few").isZero();
    write("sent", 202);
    assertThat(evidence().run()).isEqualTo(1);

    Reply rules = max.get("/ai/score/rules");
    assertThat(rules.json().at("/own/subj").toString())
        .isEqualTo(
            "{\"inside\":%s,\"outside\":%s}"
                .formatted(sorted(new Rate(39, 200)), sorted(new Rate(0, 200))));
    assertThat(rules.json().path("own").has("len")).as("all are as long").isFalse();
    assertThat(rules.json().at("/weights/subj").asInt()).isEqualTo(12);
    assertThat(rules.json().at("/proposed/subj").asInt()).isEqualTo(18);
    assertThat(rules.json().at("/proposed/len").asInt()).isEqualTo(16);
    assertThat(rules.at("model")).isEqualTo("sc-1");
    sameAsOnADesk(max, rules);
    assertThat(api.as(db.newMember(scope)).get("/ai/score/rules").json().path("own")).isEmpty();
  }

  private OwnEvidence evidence() {
    return new OwnEvidence(db.database(), InstantSource.system());
  }

  private void write(String statement, int mails) {
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(
                    statements.get(statement),
                    Args.of("ws", scope.workspace())
                        .and("user", scope.user())
                        .and("mails", mails)));
  }

  /// As a value writes it.
  private static String sorted(Rate rate) {
    return CanonicalJson.of(ValueJson.read(rate.json()).orElseThrow());
  }

  private static void sameAsOnADesk(TestApi.Client who, Reply rules) {
    Yardstick kept = Yardstick.of(rules.json().path("weights"), rules.json().path("own"));
    Scorer scorer = new Scorer();
    for (String text :
        List.of("Would it help?", "We launched. Buy now!!! FREE\n\nShall we talk?")) {
      ObjectNode answer =
          (ObjectNode) who.post("/ai/score", letter(text).put("locale", "en").toString()).json();
      answer.retain("score", "raw", "band", "model", "checks", "blockers");
      ScoredMail mail =
          new ScoredDraft(
                  letter(text).path("subject").asText(), Optional.empty(), Optional.of(text))
              .toAnybody(new FieldCatalogue(List.of()))
              .in(Language.EN);
      assertThat(CanonicalJson.of(ValueJson.read(answer).orElseThrow()))
          .isEqualTo(scorer.score(mail, kept).canonical());
    }
  }

  private String prospect(GoldenMail mail) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("email", mail.id() + "@golden.example");
    mail.values()
        .forEach(
            (name, value) -> {
              if (name.startsWith("custom.")) {
                fields.withObject("/customFields").put(name.substring("custom.".length()), value);
              } else {
                fields.put(name, value);
              }
            });
    return max.post("/prospects", fields.toString()).at("id");
  }

  @Test
  void what_is_wrong_is_said_at_once() {
    Reply reply =
        max.post(
            "/ai/score",
            "{\"stepPosition\":0,\"engine\":\"x\",\"facts\":1,\"draftId\":\"x\",\"subject\":2}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("errors")).hasSize(5);
    assertThat(max.post("/ai/score", letter("x".repeat(102_401)).toString()).status())
        .isEqualTo(422);
    assertThat(max.post("/ai/score", "{\"bodyTxt\":\"x\"}").code()).isEqualTo("UNKNOWN_FIELD");
  }

  private static ObjectNode letter(String text) {
    return JsonNodeFactory.instance.objectNode().put("subject", "Plans").put("bodyText", text);
  }
}
