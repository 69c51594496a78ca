package com.salescopilot.server.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProspectRoutesTest {
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
  void a_created_prospect_has_its_fields_its_workspace_and_its_rev_as_etag() {
    Reply made =
        ana.post(
            "/prospects",
            """
            {"email":"Bo@B.example","firstName":" Bo ","customFields":{"plan":"pro"},
             "workspaceId":"%s"}\
            """
                .formatted(scope.workspace()));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("email")).isEqualTo("Bo@B.example");
    assertThat(made.at("firstName")).isEqualTo("Bo");
    assertThat(made.json().path("customFields").path("plan").asText()).isEqualTo("pro");
    assertThat(made.at("workspaceId")).isEqualTo(scope.workspace().toString());
    assertThat(made.json().path("lastName").isNull()).isTrue();
    assertThat(made.etag()).isEqualTo("\"" + made.at("rev") + "\"");
    assertThat(ana.get("/prospects/" + made.at("id")).json()).isEqualTo(made.json());
  }

  @Test
  void a_known_address_answers_200_with_the_row_that_is_there_and_fills_its_blanks() {
    Reply first = ana.post("/prospects", "{\"email\":\"bo@b.example\",\"firstName\":\"Bo\"}");
    Reply second =
        ana.post(
            "/prospects", "{\"email\":\"BO@B.example\",\"firstName\":\"Bob\",\"company\":\"B\"}");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.at("id")).isEqualTo(first.at("id"));
    assertThat(second.at("firstName")).isEqualTo("Bo");
    assertThat(second.at("company")).isEqualTo("B");
    assertThat(ana.get("/prospects").json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    Reply refused =
        ana.post(
            "/prospects",
            "{\"email\":\"nobody\",\"firstName\":7,\"age\":3,\"rev\":9,\"customFields\":[]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("INVALID");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/email", "/firstName", "/age", "/rev", "/customFields");
    assertThat(ana.post("/prospects", "{\"firstName\":\"Bo\"}").pointers())
        .containsExactly("/email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\":\"a@b.example\",\"age\":3}            | 422 | UNKNOWN_FIELD",
        "{\"email\":\"a@b.example\",\"createdAt\":\"x\"}  | 422 | READ_ONLY",
        "{\"email\":\"a@b.example\",\"email\":\"c@d.io\"} | 400 | MALFORMED",
        "{\"email\":                                      | 400 | MALFORMED",
        "[]                                               | 422 | INVALID",
        "{\"email\":\"a@b.example\",\"workspaceId\":\"01989000-0000-7000-8000-000000000000\"}"
            + "                                           | 403 | WORKSPACE",
      })
  void a_bad_body_has_its_own_code(String body, int status, String code) {
    Reply refused = ana.post("/prospects", body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void a_patch_changes_what_it_names_and_null_clears_it() {
    Reply made =
        ana.post(
            "/prospects",
            "{\"email\":\"bo@b.example\",\"company\":\"B\",\"customFields\":{\"a\":1,\"b\":2}}");
    Reply patched =
        ana.patch(
            "/prospects/" + made.at("id"),
            "{\"jobTitle\":\"CTO\",\"company\":null,\"customFields\":{\"a\":null,\"c\":3}}");

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.at("jobTitle")).isEqualTo("CTO");
    assertThat(patched.json().path("company").isNull()).isTrue();
    assertThat(patched.json().path("customFields").toString()).isEqualTo("{\"b\":2,\"c\":3}");
    assertThat(patched.json().path("rev").asLong()).isGreaterThan(made.json().path("rev").asLong());
  }

  @Test
  void what_was_read_can_be_sent_back_whole() {
    Reply made = ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    Reply same = ana.patch("/prospects/" + made.at("id"), made.text());
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json()).isEqualTo(made.json());

    Reply other = ana.patch("/prospects/" + made.at("id"), "{\"rev\":99}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("READ_ONLY");
    assertThat(ana.patch("/prospects/" + made.at("id"), "{\"email\":null}").pointers())
        .containsExactly("/email");
  }

  @Test
  void an_old_etag_stops_a_patch_and_a_delete() {
    Reply made = ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    String path = "/prospects/" + made.at("id");
    String seen = String.valueOf(made.etag());
    assertThat(ana.patch(path, "{\"company\":\"B\"}", "If-Match", seen).status()).isEqualTo(200);
    assertThat(ana.patch(path, "{\"company\":\"C\"}", "If-Match", seen).status()).isEqualTo(412);
    assertThat(ana.delete(path, "If-Match", seen).status()).isEqualTo(412);
    assertThat(ana.patch(path, "{}", "If-Match", "abc").status()).isEqualTo(400);
    assertThat(ana.get(path).at("company")).isEqualTo("B");
  }

  @Test
  void a_taken_address_is_a_conflict() {
    ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    Reply cy = ana.post("/prospects", "{\"email\":\"cy@b.example\"}");
    Reply refused = ana.patch("/prospects/" + cy.at("id"), "{\"email\":\"bo@b.example\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("DUPLICATE");
  }

  @Test
  void a_deleted_prospect_is_gone_for_every_route() {
    Reply made = ana.post("/prospects", "{\"email\":\"bo@b.example\"}");
    String path = "/prospects/" + made.at("id");
    assertThat(ana.delete(path).status()).isEqualTo(204);
    assertThat(ana.delete(path).status()).isEqualTo(404);
    assertThat(ana.get(path).status()).isEqualTo(404);
    assertThat(ana.patch(path, "{\"company\":\"B\"}").status()).isEqualTo(404);
    assertThat(ana.get("/prospects/no-uuid").status()).isEqualTo(404);
  }

  @Test
  void a_repeat_with_the_same_key_answers_the_same_and_another_body_is_refused() {
    String body = "{\"email\":\"bo@b.example\"}";
    Reply first = ana.post("/prospects", body, "Idempotency-Key", "k-1");
    Reply again = ana.post("/prospects", body, "Idempotency-Key", "k-1");
    Reply other =
        ana.post("/prospects", "{\"email\":\"cy@b.example\"}", "Idempotency-Key", "\"k-1\"");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY");
    assertThat(ana.get("/prospects").json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void a_list_is_searched_by_beginnings_of_words_without_accents_and_paged_newest_first() {
    ana.post(
        "/prospects",
        "{\"email\":\"a@x.example\",\"firstName\":\"Anaïs\",\"company\":\"Acme Co\"}");
    ana.post(
        "/prospects", "{\"email\":\"b@x.example\",\"firstName\":\"Anna\",\"company\":\"Beta\"}");
    ana.post("/prospects", "{\"email\":\"100%@x.example\",\"lastName\":\"Hanna\"}");

    assertThat(emails("?search=ana")).isEqualTo("a@x.example");
    assertThat(emails("?search=ANA%20acm")).isEqualTo("a@x.example");
    assertThat(emails("?search=nna")).isEmpty();
    assertThat(emails("?search=100%25")).isEqualTo("100%@x.example");
    assertThat(emails("?search=%25")).isEmpty();
    assertThat(emails("?email=B@X.example")).isEqualTo("b@x.example");
    assertThat(emails("?email=nobody")).isEmpty();
    assertThat(emails("?limit=2")).isEqualTo("100%@x.example b@x.example");
    assertThat(emails("?limit=2&offset=2")).isEqualTo("a@x.example");
    assertThat(ana.get("/prospects?limit=1&offset=9").json().path("total").asInt()).isEqualTo(3);
    assertThat(ana.get("/prospects?limit=0").status()).isEqualTo(400);
    assertThat(ana.get("/prospects?search=" + "a".repeat(200)).status()).isEqualTo(200);
    assertThat(ana.get("/prospects?search=" + "a".repeat(201)).pointers())
        .containsExactly("?search");
    assertThat(ana.get("/prospects?limit=201&offset=-1").pointers())
        .containsExactly("?limit", "?offset");
  }

  private String emails(String query) {
    StringBuilder emails = new StringBuilder();
    ana.get("/prospects" + query)
        .json()
        .path("items")
        .forEach(row -> emails.append(row.path("email").asText()).append(' '));
    return emails.toString().strip();
  }
}
