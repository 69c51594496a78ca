package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The end of an account, and of a workspace.
final class EndsTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final String email = desk.newAddress();
  private final Reply admin = desk.signUp(email);
  private final String workspace = admin.at("/user/workspaceId");

  private static Reply delete(Reply who, String password) {
    return desk.delete("/auth/me", "{\"password\":\"%s\"}".formatted(password), who);
  }

  private static Reply deleteWorkspace(Reply who, String name) {
    return desk.delete("/workspace", "{\"name\":\"%s\"}".formatted(name), who);
  }

  private Reply member(String role) {
    desk.pass(Duration.ofSeconds(1));
    String code =
        desk.post("/workspace/invites", "{\"role\":\"%s\"}".formatted(role), admin).at("/code");
    Reply made =
        desk.post(
            "/auth/signup",
            "{\"email\":\"%s\",\"password\":\"%s\",\"inviteCode\":\"%s\"}"
                .formatted(desk.newAddress(), AuthDesk.PASSWORD, code));
    return into(made, workspace);
  }

  private static Reply into(Reply who, String where) {
    return desk.post(
        "/auth/refresh",
        "{\"refreshToken\":\"%s\",\"workspaceId\":\"%s\"}"
            .formatted(who.at("/refreshToken"), where));
  }

  @Test
  void a_deleted_account_is_gone_with_its_sessions_and_its_workspace_and_its_address_is_free() {
    Reply elsewhere = desk.logIn(email, AuthDesk.PASSWORD);
    assertThat(delete(admin, "incorrect horse battery").code()).isEqualTo("WRONG_PASSWORD");
    assertThat(delete(admin, AuthDesk.PASSWORD).status()).isEqualTo(204);
    for (Reply old : List.of(admin, elsewhere)) {
      assertThat(desk.me(old.at("/token")).status()).isEqualTo(401);
      assertThat(desk.refresh(old.at("/refreshToken")).status()).isEqualTo(401);
    }
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(401);
    desk.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    assertThat(desk.note()).isEmpty();
    Reply again = desk.signUp(email);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/user/id")).isNotEqualTo(admin.at("/user/id"));
    assertThat(again.at("/user/workspaceId")).isNotEqualTo(workspace);
  }

  @Test
  void an_account_that_others_need_stays_whole_until_they_have_another_admin() {
    Reply user = member("USER");
    Reply refused = delete(admin, AuthDesk.PASSWORD);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("LAST_ADMIN");
    assertThat(desk.get("/workspace", admin).json().path("members")).hasSize(2);
    desk.patch("/workspace/members/" + user.at("/user/id"), "{\"role\":\"ADMIN\"}", admin);
    assertThat(delete(admin, AuthDesk.PASSWORD).status()).isEqualTo(204);
    Reply left = desk.refresh(user.at("/refreshToken"));
    assertThat(desk.get("/workspace", left).json().path("members")).hasSize(1);
  }

  @Test
  void a_workspace_is_deleted_by_its_name_and_everybody_hears_of_it() {
    Reply user = member("USER");
    assertThat(deleteWorkspace(user, "Ana's workspace").status()).isEqualTo(403);
    Reply wrong = deleteWorkspace(admin, "ana's workspace");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.pointers()).containsExactly("/name");
    assertThat(deleteWorkspace(admin, "Ana's workspace").status()).isEqualTo(204);
    for (Reply old : List.of(admin, user)) {
      assertThat(desk.get("/workspace", old).status()).isEqualTo(401);
      assertThat(desk.refresh(old.at("/refreshToken")).code()).isEqualTo("MEMBER_REMOVED");
    }
  }

  @Test
  void who_is_in_no_workspace_any_more_gets_one_at_the_next_sign_in() {
    deleteWorkspace(admin, "Ana's workspace");
    Reply again = desk.logIn(email, AuthDesk.PASSWORD);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("/user/role")).isEqualTo("ADMIN");
    assertThat(again.at("/user/workspaceId")).isNotEqualTo(workspace);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).json().path("workspaces")).hasSize(1);
  }

  @Test
  void an_invitation_into_a_deleted_workspace_is_worth_nothing() {
    String code = desk.post("/workspace/invites", "{}", admin).at("/code");
    deleteWorkspace(admin, "Ana's workspace");
    Reply other = desk.signUp(desk.newAddress());
    assertThat(
            desk.post("/workspace/join", "{\"inviteCode\":\"%s\"}".formatted(code), other).code())
        .isEqualTo("BAD_CODE");
  }

  @Test
  void the_account_can_be_taken_along_and_shows_no_secret() {
    Reply export = desk.get("/auth/export", admin);
    assertThat(export.at("/email")).isEqualTo(email);
    assertThat(export.json().path("sessions")).hasSize(1);
    assertThat(export.at("/workspaces/0/id")).isEqualTo(workspace);
    assertThat(export.at("/acts/0/action")).isEqualTo("SIGN_IN");
    assertThat(export.whole().body()).doesNotContain("argon2").doesNotContain("hash");
    assertThat(export.whole().headers().firstValue("Content-Disposition")).isPresent();
  }
}
