package com.salescopilot.server.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TemplateRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private static final String INTRO =
      "{\"title\":\"Intro\",\"subject\":\"Hi\",\"content\":\"Hello {{firstName}}\"}";

  @Test
  void a_template_is_made_listed_changed_and_deleted() {
    TestApi.Client ana = api.as(db.newWorkspace());
    Reply made = ana.post("/templates", INTRO);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("isFavorite").asBoolean(true)).isFalse();
    assertThat(made.json().path("revision").asInt()).isEqualTo(1);
    assertThat(made.json().path("openRate").isNull()).isTrue();

    String path = "/templates/" + made.at("id");
    Reply patched = ana.patch(path, "{\"content\":\"Hello\"}", "If-Match", "" + made.etag());
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().path("revision").asInt()).isEqualTo(2);
    Reply list = ana.get("/templates?limit=200");
    assertThat(list.json().path("total").asInt()).isEqualTo(1);
    assertThat(list.json().path("items").get(0)).isEqualTo(patched.json());
    assertThat(ana.patch(path, patched.text()).json()).isEqualTo(patched.json());

    assertThat(ana.delete(path).status()).isEqualTo(204);
    assertThat(ana.get(path).status()).isEqualTo(404);
    assertThat(ana.delete(path).status()).isEqualTo(404);
  }

  @Test
  void a_favourite_is_its_users_own_and_needs_no_right_to_the_template() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    TestApi.Client bo = api.as(db.newMember(scope));
    Reply made = ana.post("/templates", INTRO.replace("{\"title", "{\"isFavorite\":true,\"title"));
    String path = "/templates/" + made.at("id");
    assertThat(made.json().path("isFavorite").asBoolean()).isTrue();
    assertThat(bo.get(path).json().path("isFavorite").asBoolean(true)).isFalse();

    assertThat(bo.patch(path, "{\"isFavorite\":true}").at("isFavorite")).isEqualTo("true");
    assertThat(bo.patch(path, "{\"isFavorite\":true}").at("isFavorite")).isEqualTo("true");
    assertThat(ana.patch(path, "{\"isFavorite\":false}").at("isFavorite")).isEqualTo("false");
    assertThat(ana.patch(path, "{\"isFavorite\":true}").at("isFavorite")).isEqualTo("true");
    assertThat(ana.patch(path, "{\"isFavorite\":false}").at("isFavorite")).isEqualTo("false");
    assertThat(bo.get(path).at("isFavorite")).isEqualTo("true");
    assertThat(bo.get("/templates").json().path("items").get(0).path("isFavorite").asBoolean())
        .isTrue();
  }

  @Test
  void a_template_is_changed_by_its_maker_and_by_admins() {
    Scope scope = db.newWorkspace();
    String path = "/templates/" + api.as(scope).post("/templates", INTRO).at("id");
    Scope colleague = db.newMember(scope);
    assertThat(api.as(colleague).patch(path, "{\"tone\":\"warm\"}").code()).isEqualTo("FORBIDDEN");
    assertThat(api.as(colleague).delete(path).status()).isEqualTo(403);
    assertThat(api.asAdmin(colleague).patch(path, "{\"tone\":\"warm\"}").status()).isEqualTo(200);
  }

  @Test
  void numbers_are_the_servers_and_a_title_is_needed() {
    TestApi.Client ana = api.as(db.newWorkspace());
    String more = ",\"usedCount\":%d}";
    assertThat(ana.post("/templates", INTRO.replace("}\"}", "}\"" + more.formatted(0))).status())
        .isEqualTo(201);
    assertThat(ana.post("/templates", INTRO.replace("}\"}", "}\"" + more.formatted(5))).code())
        .isEqualTo("READ_ONLY");
    assertThat(ana.post("/templates", "{\"content\":\"x\"}").pointers()).containsExactly("/title");
    String path = "/templates/" + ana.post("/templates", INTRO).at("id");
    assertThat(ana.patch(path, "{\"title\":\" \",\"isFavorite\":1}").pointers())
        .containsExactlyInAnyOrder("/title", "/isFavorite");
    assertThat(ana.patch(path, "{\"content\":\"%s\"}".formatted("x".repeat(200_000))).status())
        .isEqualTo(422);
  }

  @Test
  void a_repeat_with_one_key_is_one_template() {
    TestApi.Client ana = api.as(db.newWorkspace());
    String marked = INTRO.replace("{\"title", "{\"isFavorite\":true,\"title");
    Reply first = ana.post("/templates", marked, "Idempotency-Key", "t");
    assertThat(ana.post("/templates", marked, "Idempotency-Key", "t").json())
        .isEqualTo(first.json());
    assertThat(ana.post("/templates", INTRO, "Idempotency-Key", "t").code())
        .isEqualTo("IDEMPOTENCY_KEY");
    assertThat(ana.get("/templates").json().path("total").asInt()).isEqualTo(1);
  }
}
