package com.salescopilot.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    Event replied =
        new Event(
            1,
            UUID.randomUUID(),
            EventType.EMAIL_REPLIED,
            scope.workspace(),
            UUID.fromString(mail),
            Instant.parse("2026-12-01T09:00:00.123456Z"),
            JsonNodeFactory.instance.objectNode());
    TaskConsumer consumer = new TaskConsumer(api.streams());
    for (int i = 0; i < 2; i++) { // a batch may come twice
      boolean _ =
          db.database()
              .asWorker(
                  tx ->
                      tx.within(
                          Scope.ofSystem(scope.workspace()),
                          inner -> {
                            consumer.apply(inner, scope.workspace(), List.of(replied));
                            return true;
                          }));
    }

    assertThat(ana.get("/tasks/" + waits).at("doneAt")).isEqualTo("2026-12-01T09:00:00.123Z");
    assertThat(ana.get("/tasks/" + other).json().path("doneAt").isNull()).isTrue();
  }
}
