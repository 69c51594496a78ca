package com.salescopilot.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TaskRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);
  private boolean left;

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  @Test
  void tasks_are_one_persons_and_the_next_ones_due_come_first() {
    ana.post("/tasks", "{\"title\":\"whenever\"}");
    ana.post("/tasks", "{\"title\":\"later\",\"dueAt\":\"2026-12-02T09:00:00Z\"}");
    Reply first = ana.post("/tasks", "{\"title\":\"soon\",\"dueAt\":\"2026-12-01T09:00:00Z\"}");

    assertThat(first.at("kind")).isEqualTo("MANUAL");
    assertThat(ana.get("/tasks").json().findValuesAsText("title"))
        .containsExactly("soon", "later", "whenever");
    assertThat(api.as(db.newMember(scope)).get("/tasks").json().path("total").asInt()).isZero();
    assertThat(api.as(db.newMember(scope)).get("/tasks/" + first.at("id")).status()).isEqualTo(404);
  }

  @Test
  void a_task_is_done_opened_again_and_deleted() {
    String id = ana.post("/tasks", "{\"title\":\"call\"}").at("id");
    ana.patch("/tasks/" + id, "{\"doneAt\":\"2026-12-01T09:00:00Z\"}");
    assertThat(ana.get("/tasks?done=false").json().path("total").asInt()).isZero();
    ana.patch("/tasks/" + id, "{\"doneAt\":null}");
    assertThat(ana.get("/tasks?done=false").json().path("total").asInt()).isEqualTo(1);
    assertThat(ana.delete("/tasks/" + id).status()).isEqualTo(204);
    assertThat(ana.post("/tasks", "{\"title\":\"x\",\"kind\":\"NONE\"}").status()).isEqualTo(422);
    assertThat(ana.post("/tasks", "{\"title\":\"x\",\"kind\":\"NO_REPLY\"}").pointers())
        .containsExactly("/emailId");
  }

  @Test
  void a_task_that_waits_for_an_answer_is_done_when_a_person_answers() {
    String mail =
        ana.post(
                "/emails/send",
                """
                {"to":"bo@x.example","subject":"Hi","bodyText":"Hi","idempotencyKey":"k1"}\
                """)
            .at("id");
    String waits =
        ana.post(
                "/tasks",
                "{\"title\":\"ask again\",\"kind\":\"NO_REPLY\",\"emailId\":\"%s\"}"
                    .formatted(mail))
            .at("id");
    String other =
        ana.post("/tasks", "{\"title\":\"call\",\"emailId\":\"%s\"}".formatted(mail)).at("id");
    hear(EventType.EMAIL_REPLIED, mail, "2026-12-01T09:00:00.123456Z");

    assertThat(ana.get("/tasks/" + waits).at("doneAt")).isEqualTo("2026-12-01T09:00:00.123Z");
    assertThat(ana.get("/tasks/" + other).json().path("doneAt").isNull()).isTrue();
  }

  @Test
  void who_answered_waits_until_the_next_mail_to_them_has_left() {
    String bo = ana.post("/prospects", "{\"email\":\"bo@x.example\"}").at("id");
    String first = sent(bo, "Question", "2026-12-01T08:00:00Z");
    String second = sent(bo, "Again", "2026-12-01T08:30:00Z");
    hear(EventType.EMAIL_REPLIED, first, "2026-12-01T08:15:00Z");
    assertThat(open()).as("answered before the last mail left").isEmpty();

    hear(EventType.EMAIL_REPLIED, second, "2026-12-01T09:00:00Z");
    hear(EventType.EMAIL_REPLIED, second, "2026-12-01T09:05:00Z");
    assertThat(open()).containsExactly("REPLY_OWED Again 2026-12-01T09:00:00Z " + bo);

    String third = sent(bo, "Thanks", "2999-12-01T10:00:00Z");
    hear(EventType.EMAIL_SENT, third, "2999-12-01T10:00:00Z");
    assertThat(open()).isEmpty();
    hear(EventType.EMAIL_REPLIED, third, "2999-12-01T11:00:00Z");
    assertThat(open()).containsExactly("REPLY_OWED Thanks 2999-12-01T11:00:00Z " + bo);
  }

  @Test
  void who_has_left_their_company_is_something_to_look_after() {
    String bo = ana.post("/prospects", "{\"email\":\"bo@x.example\"}").at("id");
    String mail = sent(bo, "Question", "2026-12-01T08:00:00Z");
    hear(EventType.EMAIL_AUTO_REPLIED, mail, "2026-12-01T08:01:00Z");
    assertThat(open()).as("only away").isEmpty();
    left = true;
    hear(EventType.EMAIL_AUTO_REPLIED, mail, "2026-12-01T08:02:00Z");
    assertThat(open()).containsExactly("LEFT_COMPANY Question 2026-12-01T08:02:00Z " + bo);
    assertThat(api.as(db.newMember(scope)).get("/tasks").json().path("total").asInt()).isZero();
  }

  private List<String> open() {
    return ana.get("/tasks?done=false")
        .json()
        .path("items")
        .valueStream()
        .map(
            task ->
                Stream.of("kind", "title", "dueAt", "prospectId")
                    .map(name -> task.path(name).asText())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private String sent(String prospect, String subject, String at) {
    String mail =
        ana.post(
                "/emails/send",
                "{\"to\":\"bo@x.example\",\"prospectId\":\"%s\",\"subject\":\"%s\",\"bodyText\":\"Hi\",\"idempotencyKey\":\"%s\"}"
                    .formatted(prospect, subject, subject))
            .at("id");
    UUID id = UUID.fromString(mail);
    api.streams()
        .write(
            scope,
            new Actor.Internal("test"),
            List.of(
                new EmailCommand.Claim(id, id, "ana@a.example", Optional.empty(), "<" + id + ">"),
                new EmailCommand.Ended(
                    id, EmailStatus.SENT, Instant.parse(at), Optional.empty(), Optional.empty())));
    return mail;
  }

  /// An event comes, twice: a batch may be repeated.
  private void hear(EventType type, String mail, String at) {
    Event event =
        new Event(
            1,
            UUID.randomUUID(),
            type,
            scope.workspace(),
            UUID.fromString(mail),
            Instant.parse(at),
            JsonNodeFactory.instance.objectNode().put("left", left));
    TaskConsumer consumer = new TaskConsumer(api.streams());
    for (int i = 0; i < 2; i++) {
      boolean _ =
          db.database()
              .asWorker(
                  tx ->
                      tx.within(
                          Scope.ofSystem(scope.workspace()),
                          inner -> {
                            consumer.apply(inner, scope.workspace(), List.of(event));
                            return true;
                          }));
    }
  }
}
