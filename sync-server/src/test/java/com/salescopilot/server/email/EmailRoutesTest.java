package com.salescopilot.server.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private static final String LETTER =
      "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"Hello"
          + " Bo\",\"idempotencyKey\":\"k1\"}";

  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  @Test
  void a_letter_is_accepted_once_and_its_prospect_is_found_by_the_address() {
    Reply bo = ana.post("/prospects", "{\"email\":\"Bo@B.example\"}");
    Reply sent = ana.post("/emails/send", LETTER);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.at("status")).isEqualTo("PENDING_SEND");
    assertThat(sent.at("toEmail")).isEqualTo("bo@b.example");
    assertThat(sent.at("prospectId")).isEqualTo(bo.at("id"));
    assertThat(sent.at("bodyText")).isEqualTo("Hello Bo");
    assertThat(sent.at("bodyHtml")).contains("Hello Bo");

    Reply again = ana.post("/emails/send", LETTER);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(sent.json());
    assertThat(ana.get("/emails/" + sent.at("id")).json()).isEqualTo(sent.json());

    Reply other = ana.post("/emails/send", LETTER.replace("Hello", "Hallo"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("ALREADY_SENT");
  }

  @Test
  void how_a_letter_was_written_is_for_its_sender_and_admins() {
    UUID draft = UUID.fromString(ana.post("/emails/draft", "{\"subject\":\"S\"}").at("id"));
    EmailCommand.Send send =
        new EmailCommand.Send(
                DerivedId.email(scope.user(), draft, 1),
                Optional.of(draft),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                "bo@b.example",
                "Hi",
                new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
                Optional.empty(),
                Optional.empty(),
                0)
            .from(new Value.Fields(new TreeMap<>(Map.of("engine", Value.text("builtin")))));
    api.streams()
        .write(scope, new Actor.Member(scope.user(), Role.USER, UUID.randomUUID()), List.of(send));

    String mail = "/emails/" + send.email();
    assertThat(ana.get(mail).json().path("provenance").toString())
        .isEqualTo("{\"engine\":\"builtin\"}");
    assertThat(api.asAdmin(scope).get(mail).json().has("provenance")).isTrue();
    assertThat(api.as(db.newMember(scope)).get(mail).json().has("provenance")).isFalse();
  }

  @Test
  void a_letter_keeps_what_its_draft_notes_of_suggestions_and_its_score() {
    String noted =
        ana.post(
                "/emails/draft",
                """
                {"subject":"S","provenance":{"r1/00":{"engine":"builtin","text":"Hi"},
                "r1/01":{"engine":"builtin","text":"Bye"}}}\
                """)
            .at("id");
    ana.post("/emails/draft", "{\"id\":\"" + noted + "\",\"provenance\":{\"r1/01\":null}}");
    String plain = ana.post("/emails/draft", "{\"subject\":\"S\"}").at("id");

    JsonNode kept = sent(noted, "k1").path("provenance");
    assertThat(kept.path("suggestions").toString())
        .isEqualTo("[{\"engine\":\"builtin\",\"text\":\"Hi\"}]");
    assertThat(kept.path("score").path("score").asInt()).isBetween(1, 100);
    assertThat(kept.path("score").path("model").asText()).isEqualTo("sc-1");
    assertThat(sent(plain, "k2").has("provenance")).isFalse();
  }

  private JsonNode sent(String draft, String key) {
    Reply reply =
        ana.post(
            "/emails/send",
            "{\"draftId\":\"%s\",\"to\":\"bo@b.example\",\"subject\":\"S\",\"bodyText\":\"Hello Bo, what do you think?\",\"idempotencyKey\":\"%s\"}"
                .formatted(draft, key));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  @Test
  void a_repeat_is_known_although_the_receiver_became_a_prospect_in_between() {
    Reply sent = ana.post("/emails/send", LETTER);
    ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    Reply again = ana.post("/emails/send", LETTER);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(sent.json());
  }

  @Test
  void a_letter_names_its_template_or_has_that_of_its_draft() {
    String template = ana.post("/templates", "{\"title\":\"Hello\",\"content\":\"a\"}").at("id");
    ana.patch("/templates/" + template, "{\"content\":\"b\"}");
    String other = ana.post("/templates", "{\"title\":\"Other\"}").at("id");
    Reply named =
        ana.post("/emails/send", LETTER.replace("}", ",\"templateId\":\"" + template + "\"}"));
    assertThat(named.at("templateId")).isEqualTo(template);
    assertThat(named.json().path("templateRevision").asInt()).isEqualTo(2);

    String draft = ana.post("/emails/draft", "{\"templateId\":\"" + template + "\"}").at("id");
    String of = LETTER.replace("k1", "k2").replace("}", ",\"draftId\":\"" + draft + "\"}");
    assertThat(ana.post("/emails/send", of).at("templateId")).isEqualTo(template);
    String second = ana.post("/emails/draft", "{\"templateId\":\"" + template + "\"}").at("id");
    String both =
        of.replace("k2", "k3")
            .replace(draft, second)
            .replace("}", ",\"templateId\":\"" + other + "\"}");
    assertThat(ana.post("/emails/send", both).at("templateId")).isEqualTo(other);

    Reply foreign =
        ana.post(
            "/emails/send",
            LETTER
                .replace("k1", "k4")
                .replace("}", ",\"templateId\":\"" + UUID.randomUUID() + "\"}"));
    assertThat(foreign.status()).isEqualTo(404);
    String third = ana.post("/emails/draft", "{\"templateId\":\"" + template + "\"}").at("id");
    ana.delete("/templates/" + template);
    Reply gone = ana.post("/emails/send", of.replace("k2", "k5").replace(draft, third));
    assertThat(gone.status()).as("what was written is sent all the same").isEqualTo(201);
    assertThat(gone.json().path("templateId").isNull()).isTrue();
  }

  @Test
  void the_key_comes_in_the_body_in_the_header_or_in_both() {
    String bare = LETTER.replace(",\"idempotencyKey\":\"k1\"", "");
    Reply first = ana.post("/emails/send", bare, "Idempotency-Key", "k1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(ana.post("/emails/send", LETTER, "Idempotency-Key", "k1").status()).isEqualTo(200);
    assertThat(ana.post("/emails/send", LETTER, "Idempotency-Key", "k2").pointers())
        .containsExactly("/idempotencyKey");
    assertThat(ana.post("/emails/send", bare).pointers()).containsExactly("/idempotencyKey");
    assertThat(ana.post("/emails/send", bare, "Idempotency-Key", " ").status()).isEqualTo(400);
  }

  @Test
  void another_persons_same_key_is_another_mail() {
    Reply mine = ana.post("/emails/send", LETTER);
    Reply theirs = api.as(db.newMember(scope)).post("/emails/send", LETTER);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.at("id")).isNotEqualTo(mine.at("id"));
  }

  @Test
  void the_next_mail_of_a_draft_begins_when_the_last_was_taken_back() {
    String draft = ana.post("/emails/draft", "{\"subject\":\"Hi\"}").at("id");
    String letter = LETTER.replace("{", "{\"draftId\":\"%s\",".formatted(draft));
    Reply first = ana.post("/emails/send", letter);
    assertThat(first.status()).isEqualTo(201);

    Reply otherKey = ana.post("/emails/send", letter.replace("k1", "k2"));
    assertThat(otherKey.status()).isEqualTo(200);
    assertThat(otherKey.at("id")).isEqualTo(first.at("id"));
    assertThat(ana.post("/emails/send", letter.replace("k1", "k2").replace("Hi", "Ho")).code())
        .isEqualTo("ALREADY_SENT");

    UUID mail = UUID.fromString(first.at("id"));
    api.streams()
        .write(
            scope,
            new Actor.Member(scope.user(), Role.USER, mail),
            List.of(new EmailCommand.Cancel(mail)));
    assertThat(ana.post("/emails/send", letter).at("status")).isEqualTo("CANCELLED");
    Reply next = ana.post("/emails/send", letter.replace("k1", "k3"));
    assertThat(next.status()).isEqualTo(201);
    assertThat(next.at("id")).isNotEqualTo(first.at("id"));
    assertThat(next.json().path("generation").asInt()).isEqualTo(2);
  }

  @Test
  void thirty_two_senders_with_one_key_make_one_mail() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> send = () -> ana.post("/emails/send", LETTER);
      List<Future<Reply>> replies = pool.invokeAll(Collections.nCopies(32, send));
      int made = 0;
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().status()).isIn(200, 201);
        made += reply.get().status() == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"to\":\"nobody\",\"subject\":\"Hi\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\" \",\"bodyText\":\"x\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":7,\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"x\",\"idempotencyKey\":\"\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\",\"undoSeconds\":121}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\",\"cc\":\"a@b.io\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi"
            + " {{firstName}}\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"{{ company | \\\"you\\\""
            + " }}\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\\r"
            + "\\n"
            + "Bcc: a@b.io\",\"subject\":\"Hi\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\"}",
        "{\"to\":\"bo@b.example\",\"subject\":\"Hi\\r"
            + "\\n"
            + "Bcc: a@b.io\",\"bodyText\":\"x\",\"idempotencyKey\":\"k\"}",
      })
  void a_letter_that_must_not_leave_is_refused(String letter) {
    Reply refused = ana.post("/emails/send", letter);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.pointers()).isNotEmpty();
  }

  @Test
  void to_must_be_the_address_of_the_prospect_that_is_named() {
    String bo = ana.post("/prospects", "{\"email\":\"bo@b.example\"}").at("id");
    String letter = LETTER.replace("{", "{\"prospectId\":\"%s\",".formatted(bo));
    Reply refused = ana.post("/emails/send", letter.replace("bo@", "cy@"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.pointers()).containsExactly("/to");
    assertThat(ana.post("/emails/send", letter).status()).isEqualTo(201);
  }

  @Test
  void what_is_referred_to_must_be_there() {
    for (String name : List.of("draftId", "prospectId", "campaignId")) {
      String letter = LETTER.replace("{", "{\"%s\":\"%s\",".formatted(name, UUID.randomUUID()));
      assertThat(ana.post("/emails/send", letter).status()).as(name).isEqualTo(404);
    }
  }

  @Test
  void the_body_is_for_its_sender_and_for_admins() {
    String path = "/emails/" + ana.post("/emails/send", LETTER).at("id");
    Scope colleague = db.newMember(scope);
    assertThat(api.as(colleague).get(path).json().has("bodyText")).isFalse();
    assertThat(api.as(colleague).get(path).at("subject")).isEqualTo("Hi");
    assertThat(api.asAdmin(colleague).get(path).at("bodyText")).isEqualTo("Hello Bo");
    assertThat(api.as(db.newWorkspace()).get(path).status()).isEqualTo(404);
  }
}
