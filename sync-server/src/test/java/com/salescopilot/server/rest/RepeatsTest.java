package com.salescopilot.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Client;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A request that comes again under its `Idempotency-Key` is done once, whatever it writes.
final class RepeatsTest {
  private static final String KEY = "Idempotency-Key";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Scope scope = db.newWorkspace();
  private final Client ana = api.as(scope);

  /// The writes of the API, each with a body that does it and one that does something else.
  enum Write {
    PROSPECT_CREATE(
        "POST", "/prospects", "{\"email\":\"bo@b.example\"}", "{\"email\":\"x@b.example\"}"),
    PROSPECT_CHANGE("PATCH", "/prospects/@row", "{\"company\":\"B\"}", "{\"company\":null}"),
    PROSPECT_DELETE("DELETE", "/prospects/@row", "", "{}"),
    TEMPLATE_CREATE(
        "POST", "/templates", "{\"title\":\"T\"}", "{\"title\":\"T\",\"isFavorite\":true}"),
    TEMPLATE_CHANGE("PATCH", "/templates/@row", "{\"isFavorite\":true}", "{\"isFavorite\":false}"),
    TEMPLATE_DELETE("DELETE", "/templates/@row", "", "{}"),
    CAMPAIGN_CREATE(
        "POST", "/campaigns", "{\"name\":\"N\"}", "{\"name\":\"N\",\"status\":\"DRAFT\"}"),
    CAMPAIGN_MOVE(
        "PATCH", "/campaigns/@row/status", "{\"status\":\"ACTIVE\"}", "{\"status\":\"COMPLETED\"}"),
    DRAFT_CREATE("POST", "/emails/draft", "{\"subject\":\"S\"}", "{}"),
    DRAFT_CHANGE(
        "POST",
        "/emails/draft",
        "{\"id\":\"@row\",\"subject\":\"S\"}",
        "{\"id\":\"@row\",\"subject\":\"R\"}"),
    DRAFT_DELETE("DELETE", "/emails/draft/@row", "", "{}");

    private final String method;
    private final String path;
    private final String body;
    private final String other;

    Write(String method, String path, String body, String other) {
      this.method = method;
      this.path = path;
      this.body = body;
      this.other = other;
    }

    private String prepared() {
      return name().substring(0, name().indexOf('_'));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_repeat_answers_alike_and_writes_nothing(Write write) {
    String row = row(write);
    Reply first = send(write, write.body, row, KEY, "k");
    List<String> rows = rows();
    Reply again = send(write, write.body, row, KEY, "\"k\"");
    assertThat(first.status()).as(first.text()).isBetween(200, 204);
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.etag()).isEqualTo(first.etag());
    assertThat(rows()).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource
  void another_body_under_the_same_key_is_refused(Write write) {
    String row = row(write);
    send(write, write.body, row, KEY, "k");
    List<String> rows = rows();
    Reply other = send(write, write.other, row, KEY, "k");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY");
    assertThat(rows()).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource
  void of_many_at_once_one_is_done_and_all_are_answered_alike(Write write) throws Exception {
    String row = row(write);
    List<Reply> replies = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(crowd.submit(() -> send(write, write.body, row, KEY, "k")));
      }
      for (Future<Reply> one : all) {
        replies.add(one.get());
      }
    }
    List<String> rows = rows();
    assertThat(replies).extracting(Reply::status).containsOnly(replies.getFirst().status());
    assertThat(replies).extracting(Reply::text).containsOnly(replies.getFirst().text());
    assertThat(replies.getFirst().status()).isBetween(200, 204);
    send(write, write.body, row, KEY, "k");
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void a_repeat_is_known_although_the_row_has_moved_on_from_what_it_expected() {
    Reply made = ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    String path = "/prospects/" + made.at("id");
    String[] headers = {KEY, "k", "If-Match", String.valueOf(made.etag())};
    Reply first = ana.patch(path, "{\"company\":\"B\"}", headers);
    assertThat(first.status()).isEqualTo(200);
    Reply again = ana.patch(path, "{\"company\":\"B\"}", headers);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(ana.patch(path, "{\"company\":\"B\"}", "If-Match", headers[3]).status())
        .isEqualTo(412);
  }

  @Test
  void a_refused_request_may_come_again_under_its_key() {
    Reply made = ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    String path = "/prospects/" + made.at("id");
    assertThat(ana.patch(path, "{\"company\":\"B\"}", KEY, "k", "If-Match", "\"0\"").status())
        .isEqualTo(412);
    assertThat(
            ana.patch(
                    path, "{\"company\":\"C\"}", KEY, "k", "If-Match", String.valueOf(made.etag()))
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_key_is_its_users_own_and_serves_one_request() {
    assertThat(ana.post("/prospects", "{\"email\":\"bo@b.example\"}", KEY, "k").status())
        .isEqualTo(201);
    assertThat(ana.post("/templates", "{\"title\":\"T\"}", KEY, "k").code())
        .isEqualTo("IDEMPOTENCY_KEY");
    Client other = api.as(db.newWorkspace());
    assertThat(other.post("/templates", "{\"title\":\"T\"}", KEY, "k").status()).isEqualTo(201);
  }

  /// A row for it to change.
  private String row(Write write) {
    Write begin = Write.valueOf(write.prepared() + "_CREATE");
    return send(begin, begin.body, "").at("id");
  }

  private Reply send(Write write, String body, String row, String... headers) {
    return ana.send(
        write.method, write.path.replace("@row", row), body.replace("@row", row), headers);
  }

  private List<String> rows() {
    return api
        .streams()
        .pull(scope, TestDatabase.pull(UUID.randomUUID(), Map.of()))
        .page()
        .lines()
        .stream()
        .map(Object::toString)
        .toList();
  }
}
