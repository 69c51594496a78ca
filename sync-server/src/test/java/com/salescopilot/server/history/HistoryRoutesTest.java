package com.salescopilot.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HistoryRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  @Test
  void what_was_done_to_a_row_is_told_the_newest_first_with_what_stood_there_before() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    TestApi.Client bo = api.as(db.newMember(scope));
    String id = ana.post("/prospects", "{\"email\":\"cy@b.example\"}").at("id");
    bo.patch("/prospects/" + id, "{\"company\":\"Acme\"}");
    ana.patch("/prospects/" + id, "{\"company\":\"Apex\"}");
    Reply told = bo.get("/history/prospect/" + id);
    assertThat(told.json().path("total").asInt()).isEqualTo(3);
    assertThat(told.json().path("items").valueStream().map(item -> item.path("op").asText()))
        .containsExactly("patch", "patch", "create");
    var company = told.json().path("items").get(0).path("change").path("set").path("company");
    assertThat(company.path("was").asText()).isEqualTo("Acme");
    assertThat(company.path("now").asText()).isEqualTo("Apex");
    assertThat(told.json().path("items").get(0).path("userId").asText())
        .isEqualTo(scope.user().toString());
    assertThat(bo.get("/history/prospect/" + id + "?limit=1&offset=2").json().path("items"))
        .hasSize(1);
  }

  @Test
  void a_colleagues_letters_a_strangers_rows_and_what_never_was_are_not_there() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    TestApi.Client bo = api.as(db.newMember(scope));
    String draft = ana.post("/emails/draft", "{\"subject\":\"S\",\"bodyText\":\"T\"}").at("id");
    assertThat(ana.get("/history/email_draft/" + draft).status()).isEqualTo(200);
    assertThat(bo.get("/history/email_draft/" + draft).status()).isEqualTo(404);
    assertThat(ana.get("/history/prospect/" + draft).status()).isEqualTo(404);
    assertThat(ana.get("/history/nothing/" + draft).status()).isEqualTo(404);
    TestApi.Client eve = api.as(db.newWorkspace());
    assertThat(eve.get("/history/email_draft/" + draft).status()).isEqualTo(404);
  }

  @Test
  void the_trash_holds_what_was_deleted_until_it_is_restored_and_each_ones_own_drafts() {
    Scope scope = db.newWorkspace();
    TestApi.Client ana = api.as(scope);
    TestApi.Client bo = api.as(db.newMember(scope));
    String cy = ana.post("/prospects", "{\"email\":\"cy@b.example\",\"company\":\"C\"}").at("id");
    String draft = ana.post("/emails/draft", "{\"subject\":\"S\"}").at("id");
    ana.delete("/prospects/" + cy);
    ana.delete("/emails/draft/" + draft);
    Reply mine = ana.get("/trash");
    assertThat(mine.json().path("items").findValuesAsText("id")).containsExactly(draft, cy);
    Reply theirs = bo.get("/trash");
    assertThat(theirs.json().path("items").findValuesAsText("id")).containsExactly(cy);
    assertThat(theirs.json().path("items").get(0).path("fields").path("company").asText())
        .isEqualTo("C");
    assertThat(theirs.json().path("items").get(0).path("deletedBy").asText())
        .isEqualTo(scope.user().toString());
    assertThat(api.as(db.newWorkspace()).get("/trash").json().path("total").asInt()).isZero();
  }
}
