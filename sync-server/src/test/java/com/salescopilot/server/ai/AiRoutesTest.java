package com.salescopilot.server.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AiRoutesTest {
  private static final ScriptedModel MODEL = new ScriptedModel();
  private static final String LETTER =
      "Hi Ana,\n\nI just wanted to ask you in order to see more. It is new.\n\nJo";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi alone = new TestApi(db);

  @Order(3)
  @RegisterExtension
  static final TestApi api =
      new TestApi(
          db,
          Clock.systemUTC(),
          new EngineSettings(
              EngineSettings.Provider.OPENAI, MODEL.base(), "m-1", Optional.of("k"), 100));

  private final Statements statements = Statements.load(AiRoutesTest.class);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void all_four_questions_have_useful_answers_without_any_engine_or_network() {
    TestApi.Client ana = alone.as(db.newWorkspace());
    String prospect = prospect(ana);
    Reply personal = ana.post("/ai/personalize", letter(prospect).toString());
    assertThat(personal.status()).isEqualTo(200);
    assertThat(personal.at("bodyText")).contains("Acme").contains("Head of Sales");
    assertThat(personal.json().path("claims")).isNotEmpty();
    assertThat(personal.json().path("degraded").isNull()).isTrue();
    Reply rewritten = ana.post("/ai/rewrite", letter(prospect).put("goal", "SHORTER").toString());
    assertThat(rewritten.at("bodyText"))
        .isEqualTo("Hi Ana,\n\nI want to ask you to see more. It is new.\n\nJo");
    assertThat(rewritten.json().path("hunks")).hasSize(2);
    Reply score = ana.post("/ai/score", letter(prospect).put("stepPosition", 2).toString());
    assertThat(score.json().path("checks").size()).isGreaterThan(5);
    assertThat(ana.post("/ai/feedback", feedback("UP")).status()).isEqualTo(204);

    Reply insisted =
        ana.post(
            "/ai/rewrite",
            letter(prospect).put("goal", "FIX").put("engine", "external").toString());
    assertThat(insisted.json().at("/degraded/reason").asText()).isEqualTo("NO_ENGINE");
  }

  @Test
  void a_model_may_say_in_words_what_the_score_found_and_nothing_else() throws Exception {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    ObjectNode question = letter(prospect(ana));
    Reply before = ana.post("/ai/score", question.toString());
    assertThat(before.json().has("narrative")).isFalse();
    assertThat(MODEL.heard()).isEmpty();

    allow(scope, "redact");
    MODEL.then(
        Speaking.OPENAI.saying(
            "{\"narrative\":\"Your letter says that it is new. Siemens saves 40 % with it."
                + " Ask one question.\"}"));
    ObjectNode asked = fresh(question);
    Reply told = ana.post("/ai/score", asked.toString());
    assertThat(told.at("narrative"))
        .isEqualTo("Your letter says that it is new. Ask one question.");
    assertThat(told.json().path("flags").findValuesAsText("text"))
        .containsOnly("Siemens saves 40 % with it.");
    assertThat(told.json().at("/engine/name").asText()).isEqualTo("openai");
    assertThat(told.json().at("/usage/out").asLong()).isPositive();
    for (String ruled : List.of("score", "raw", "band", "model", "checks", "blockers")) {
      assertThat(told.json().get(ruled)).as(ruled).isEqualTo(before.json().get(ruled));
    }
    assertThat(MODEL.heard().take().body()).contains("of 100 points").doesNotContain("Head of");
    assertThat(ana.post("/ai/score", asked.toString()).json()).isEqualTo(told.json());
    assertThat(MODEL.heard()).as("the same question has the same answer").isEmpty();

    Reply ruledAlone = ana.post("/ai/score", fresh(question).put("engine", "builtin").toString());
    assertThat(ruledAlone.json().has("narrative")).isFalse();
    assertThat(MODEL.heard()).isEmpty();
  }

  @Test
  void what_a_model_makes_up_about_a_score_is_held_back_and_a_silent_one_leaves_the_score() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    ObjectNode question = letter(prospect(ana));
    allow(scope, "redact");
    MODEL.then(Speaking.OPENAI.saying("{\"narrative\":\"Letters like it bring 73 % replies.\"}"));
    Reply invented = ana.post("/ai/score", fresh(question).toString());
    assertThat(invented.json().has("narrative")).isFalse();
    assertThat(invented.json().at("/degraded/reason").asText()).isEqualTo("UNVERIFIED");
    assertThat(invented.json().at("/engine/name").asText()).isEqualTo("builtin");
    assertThat(invented.json().path("flags")).isNotEmpty();

    MODEL.then(ScriptedModel.status(400));
    Reply silent = ana.post("/ai/score", fresh(question).toString());
    assertThat(silent.status()).isEqualTo(200);
    assertThat(silent.json().at("/degraded/reason").asText()).isEqualTo("NO_ENGINE");
    assertThat(silent.json().get("score")).isEqualTo(invented.json().get("score"));
    MODEL.heard().clear();
  }

  @Test
  void a_model_is_asked_only_where_the_workspace_allows_it_and_its_words_are_judged()
      throws Exception {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    ObjectNode question = letter(prospect(ana)).put("goal", "SHORTER");
    assertThat(ana.post("/ai/rewrite", question.toString()).json().at("/engine/name").asText())
        .isEqualTo("builtin");
    assertThat(MODEL.heard()).isEmpty();

    allow(scope, "redact");
    MODEL.then(
        Speaking.OPENAI.saying(
            "{\"bodyText\":\"Hi Ana,\\n\\nIt is new. Siemens saves 40 % with it.\\n\\nJo\"}"));
    Reply judged = ana.post("/ai/rewrite", fresh(question).toString());
    assertThat(judged.json().at("/engine/name").asText()).isEqualTo("openai");
    assertThat(judged.at("bodyText")).doesNotContain("Siemens");
    assertThat(judged.json().findValuesAsText("code")).contains("NUMBER", "NAME");
    assertThat(judged.json().at("/usage/out").asInt()).isEqualTo(9);
    assertThat(MODEL.heard().take().body()).contains("Head of Sales");
  }

  @Test
  void the_same_request_has_the_same_answer_and_costs_nothing_and_the_days_tokens_end() {
    Scope scope = db.newWorkspace();
    allow(scope, "off");
    TestApi.Client ana = api.as(scope);
    ObjectNode question = letter(prospect(ana)).put("goal", "SHORTER");
    MODEL.then(Speaking.OPENAI.saying("{\"bodyText\":\"Hi Ana,\\n\\nIt is new.\\n\\nJo\"}"));
    Reply first = ana.post("/ai/rewrite", question.toString());
    assertThat(first.json().at("/engine/name").asText()).isEqualTo("openai");
    assertThat(ana.post("/ai/rewrite", question.toString()).json()).isEqualTo(first.json());
    assertThat(ana.post("/ai/rewrite", question.put("subject", "other").toString()).code())
        .isEqualTo("IDEMPOTENCY_KEY");
    for (int i = 0; i < 2; i++) {
      MODEL.then(Speaking.OPENAI.saying("no JSON, and yet it costs"));
      assertThat(
              ana.post("/ai/rewrite", fresh(question).toString())
                  .json()
                  .at("/degraded/reason")
                  .asText())
          .isEqualTo("BAD_OUTPUT");
    }
    Reply spent = ana.post("/ai/rewrite", fresh(question).toString());
    assertThat(spent.json().at("/degraded/reason").asText()).isEqualTo("BUDGET");
    assertThat(spent.at("bodyText")).contains("I want to ask you");
    MODEL.heard().clear();
  }

  @Test
  void another_engine_is_asked_thirty_times_a_minute_at_most() {
    Scope scope = db.newWorkspace();
    allow(scope, "block");
    TestApi.Client ana = api.as(scope);
    ObjectNode question =
        letter(prospect(ana)).put("goal", "FIX").put("bodyText", "Call +49 30 1234567. It is new.");
    for (int i = 0; i < 30; i++) {
      assertThat(ana.post("/ai/rewrite", fresh(question).toString()).status()).isEqualTo(200);
    }
    Reply refused = ana.post("/ai/rewrite", fresh(question).toString());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("LIMITED");
    ObjectNode here = fresh(question).put("engine", "builtin");
    assertThat(ana.post("/ai/rewrite", here.toString()).status()).isEqualTo(200);
    assertThat(MODEL.heard()).isEmpty();
  }

  @Test
  void what_must_not_leave_is_hidden_or_keeps_everything_here() throws Exception {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    ObjectNode question =
        letter(prospect(ana))
            .put("goal", "FIX")
            .put("bodyText", "Hi Ana,\n\nCall me on +49 30 1234567. It is new.\n\nJo");
    allow(scope, "redact");
    MODEL.then(
        Speaking.OPENAI.saying(
            "{\"bodyText\":\"Hi Ana,\\n\\nCall me on ⟦0⟧. It is new.\\n\\nJo\"}"));
    Reply hidden = ana.post("/ai/rewrite", question.toString());
    assertThat(hidden.at("bodyText")).contains("+49 30 1234567");
    assertThat(hidden.json().at("/engine/name").asText()).isEqualTo("openai");
    assertThat(MODEL.heard().take().body()).doesNotContain("1234567");
    allow(scope, "block");
    Reply kept = ana.post("/ai/rewrite", fresh(question).toString());
    assertThat(kept.json().at("/degraded/reason").asText()).isEqualTo("DLP");
    assertThat(MODEL.heard()).isEmpty();
  }

  @Test
  void a_later_verdict_replaces_the_earlier_one_and_others_have_their_own() {
    Scope scope = db.newWorkspace();
    String request = UUID.randomUUID().toString();
    for (String verdict : new String[] {"UP", "REJECTED"}) {
      assertThat(alone.as(scope).post("/ai/feedback", feedback(verdict, request)).status())
          .isEqualTo(204);
    }
    Scope bo = db.newMember(scope);
    assertThat(alone.as(bo).post("/ai/feedback", feedback("DOWN", request)).status())
        .isEqualTo(204);
    List<String> verdicts =
        db.database()
            .inWorkspace(
                scope,
                tx ->
                    tx.list(
                        statements.get("verdicts"),
                        Args.of("ws", scope.workspace()),
                        row -> row.text("verdict")));
    assertThat(verdicts).containsExactlyInAnyOrder("REJECTED", "DOWN");
  }

  @Test
  void what_is_wrong_is_said_and_a_foreign_prospect_is_absent() {
    TestApi.Client ana = alone.as(db.newWorkspace());
    String foreign = prospect(alone.as(db.newWorkspace()));
    assertThat(ana.post("/ai/personalize", letter(foreign).toString()).status()).isEqualTo(404);
    ObjectNode bare = JsonNodeFactory.instance.objectNode();
    bare.put("requestId", UUID.randomUUID().toString());
    assertThat(ana.post("/ai/rewrite", bare.toString()).pointers())
        .containsExactly("/bodyText", "/goal");
    assertThat(
            ana.post("/ai/personalize", bare.put("bodyText", "x".repeat(20_001)).toString())
                .pointers())
        .containsExactly("/bodyText");
    assertThat(ana.post("/ai/feedback", "{}").status()).isEqualTo(422);
  }

  private static String prospect(TestApi.Client somebody) {
    return somebody
        .post(
            "/prospects",
            "{\"email\":\"ana@acme.example\",\"firstName\":\"Ana\",\"company\":\"Acme\",\"jobTitle\":\"Head"
                + " of Sales\"}")
        .at("id");
  }

  private static ObjectNode letter(String prospect) {
    ObjectNode letter = JsonNodeFactory.instance.objectNode();
    letter.put("requestId", UUID.randomUUID().toString());
    return letter
        .put("prospectId", prospect)
        .put("subject", "New")
        .put("bodyText", LETTER)
        .put("locale", "en");
  }

  private static ObjectNode fresh(ObjectNode question) {
    return question.deepCopy().put("requestId", UUID.randomUUID().toString());
  }

  private static String feedback(String verdict) {
    return feedback(verdict, UUID.randomUUID().toString());
  }

  private static String feedback(String verdict, String request) {
    return "{\"requestId\":\"%s\",\"kind\":\"REWRITE\",\"verdict\":\"%s\",\"reason\":\"so\"}"
        .formatted(request, verdict);
  }

  private void allow(Scope scope, String dlp) {
    int _ =
        db.database()
            .inWorkspace(
                scope,
                tx ->
                    tx.exec(
                        statements.get("allow"), Args.of("ws", scope.workspace()).and("dlp", dlp)));
  }
}
