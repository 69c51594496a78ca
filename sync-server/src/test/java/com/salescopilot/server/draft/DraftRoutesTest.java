package com.salescopilot.server.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DraftRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  @Test
  void a_draft_begins_is_saved_again_and_is_deleted() {
    TestApi.Client ana = api.as(db.newWorkspace());
    Reply begun = ana.post("/emails/draft", "{\"subject\":\"Hi\",\"bodyText\":\"Hello\\nyou\"}");
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.at("bodyHtml")).contains("Hello").contains("<");

    Reply saved =
        ana.post(
            "/emails/draft",
            "{\"id\":\"%s\",\"subject\":\"Hi {{firstName}}\"}".formatted(begun.at("id")));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.at("subject")).isEqualTo("Hi {{firstName}}");
    assertThat(saved.at("bodyText")).isEqualTo("Hello\nyou");
    assertThat(ana.get("/emails/drafts/" + begun.at("id")).json()).isEqualTo(saved.json());
    assertThat(ana.post("/emails/draft", saved.text()).json()).isEqualTo(saved.json());

    String path = "/emails/draft/" + begun.at("id");
    assertThat(ana.delete(path).status()).isEqualTo(204);
    assertThat(ana.delete(path).status()).isEqualTo(404);
    assertThat(ana.get("/emails/drafts/" + begun.at("id")).status()).isEqualTo(404);
    assertThat(ana.post("/emails/draft", saved.text()).status()).isEqualTo(404);
  }

  @Test
  void a_colleagues_draft_is_as_absent_as_one_that_never_was() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    TestApi.Client bo = api.asAdmin(db.newMember(scope));
    String id = ana.post("/emails/draft", "{\"subject\":\"secret\"}").at("id");

    for (String draft : new String[] {id, UUID.randomUUID().toString()}) {
      assertThat(bo.get("/emails/drafts/" + draft).status()).isEqualTo(404);
      assertThat(bo.delete("/emails/draft/" + draft).status()).isEqualTo(404);
      assertThat(
              bo.post("/emails/draft", "{\"id\":\"%s\",\"subject\":\"x\"}".formatted(draft))
                  .status())
          .isEqualTo(404);
    }
    assertThat(ana.get("/emails/drafts/" + id).at("subject")).isEqualTo("secret");
  }

  @Test
  void a_draft_has_only_its_own_fields() {
    TestApi.Client ana = api.as(db.newWorkspace());
    assertThat(ana.post("/emails/draft", "{\"to\":\"a@b.example\"}").code())
        .isEqualTo("UNKNOWN_FIELD");
    assertThat(ana.post("/emails/draft", "{\"userId\":\"%s\"}".formatted(UUID.randomUUID())).code())
        .isEqualTo("READ_ONLY");
    assertThat(ana.post("/emails/draft", "{\"prospectId\":\"x\",\"bodyText\":7}").pointers())
        .containsExactly("/prospectId", "/bodyText");
    assertThat(ana.post("/emails/draft", "{\"id\":7}").status()).isEqualTo(422);
  }
}
