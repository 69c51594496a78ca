package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.AppError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The people of a workspace: who they are, what they may, and how they go.
final class MembersTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final Reply admin = desk.signUp(desk.newAddress());
  private final String workspace = admin.at("/user/workspaceId");

  /// Somebody who came in with a code, signed in there.
  private Reply member(String role) {
    desk.pass(Duration.ofSeconds(1));
    String code =
        desk.post("/workspace/invites", "{\"role\":\"%s\"}".formatted(role), admin).at("/code");
    Reply made =
        desk.post(
            "/auth/signup",
            "{\"email\":\"%s\",\"password\":\"%s\",\"inviteCode\":\"%s\"}"
                .formatted(desk.newAddress(), AuthDesk.PASSWORD, code));
    Reply in = into(made, workspace);
    assertThat(in.status()).isEqualTo(200);
    return in;
  }

  private static Reply into(Reply who, String where) {
    return desk.post(
        "/auth/refresh",
        "{\"refreshToken\":\"%s\",\"workspaceId\":\"%s\"}"
            .formatted(who.at("/refreshToken"), where));
  }

  private static Reply setRole(Reply by, Reply whose, String role) {
    return desk.patch(path(whose), "{\"role\":\"%s\"}".formatted(role), by);
  }

  private static Reply remove(Reply by, Reply who) {
    return desk.delete(path(who), "", by);
  }

  private static String path(Reply who) {
    return "/workspace/members/" + who.at("/user/id");
  }

  @Test
  void every_member_sees_the_name_and_who_is_there_as_what() {
    Reply user = member("USER");
    for (Reply who : List.of(admin, user)) {
      Reply seen = desk.get("/workspace", who);
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.at("/name")).isEqualTo("Ana's workspace");
      assertThat(seen.at("/role")).isEqualTo(who.at("/user/role"));
      assertThat(seen.at("/members/0/userId")).isEqualTo(admin.at("/user/id"));
      assertThat(seen.at("/members/0/role")).isEqualTo("ADMIN");
      assertThat(seen.at("/members/1/email")).isEqualTo(user.at("/user/email"));
      assertThat(seen.at("/members/1/role")).isEqualTo("USER");
    }
  }

  @Test
  void admins_name_the_workspace_and_decide_its_policy() {
    String body = "{\"name\":\" Sales \",\"policy\":{\"tracking\":\"OFF\"}}";
    Reply changed = desk.patch("/workspace", body, admin);
    assertThat(changed.at("/name")).isEqualTo("Sales");
    assertThat(changed.at("/policy/tracking")).isEqualTo("OFF");
    assertThat(desk.patch("/workspace", "{\"name\":\"Sales 2\"}", admin).at("/policy/tracking"))
        .isEqualTo("OFF");
    Reply user = member("USER");
    assertThat(desk.patch("/workspace", body, user).status()).isEqualTo(403);
    assertThat(desk.get("/workspace", user).at("/name")).isEqualTo("Sales 2");
    for (String bad :
        List.of("{\"name\":\"\"}", "{\"name\":\"a\\nb\"}", "{\"policy\":[1]}", "{\"id\":\"x\"}")) {
      assertThat(desk.patch("/workspace", bad, admin).status()).as(bad).isEqualTo(422);
    }
  }

  @Test
  void a_new_role_holds_at_once_and_the_client_learns_it_by_a_refresh() {
    Reply user = member("USER");
    assertThat(desk.get("/workspace/invites", user).status()).isEqualTo(403);
    Reply raised = setRole(admin, user, "ADMIN");
    assertThat(raised.status()).isEqualTo(200);
    assertThat(raised.at("/role")).isEqualTo("ADMIN");
    assertThat(desk.get("/workspace/invites", user).status()).as("the old token").isEqualTo(401);
    Reply fresh = desk.refresh(user.at("/refreshToken"));
    assertThat(fresh.at("/user/role")).isEqualTo("ADMIN");
    assertThat(desk.get("/workspace/invites", fresh).status()).isEqualTo(200);
    setRole(admin, user, "USER");
    assertThat(desk.get("/workspace", fresh).status()).isEqualTo(401);
    assertThat(desk.refresh(fresh.at("/refreshToken")).at("/user/role")).isEqualTo("USER");
  }

  @Test
  void who_is_removed_is_out_at_once_hears_why_and_goes_on_elsewhere() {
    Reply user = member("USER");
    String own = desk.refresh(user.at("/refreshToken")).at("/workspaces/0/id");
    assertThat(remove(admin, user).status()).isEqualTo(204);
    assertThat(desk.get("/workspace", user).status()).isEqualTo(401);
    Reply out = desk.refresh(user.at("/refreshToken"));
    assertThat(out.status()).isEqualTo(403);
    assertThat(out.code()).isEqualTo("MEMBER_REMOVED");
    Reply foreign = into(user, UUID.randomUUID().toString());
    assertThat(foreign.code()).isEqualTo("WORKSPACE");
    Reply home = into(user, own);
    assertThat(home.status()).isEqualTo(200);
    assertThat(home.json().path("workspaces")).hasSize(1);
    assertThat(desk.get("/workspace", home).at("/id")).isEqualTo(own);
    assertThat(desk.get("/workspace", admin).json().path("members")).hasSize(1);
    assertThat(remove(admin, user).status()).isEqualTo(404);
  }

  @Test
  void a_token_for_the_workspace_one_was_removed_from_is_worth_nothing_wherever_the_session_went() {
    Reply user = member("USER");
    String own = desk.refresh(user.at("/refreshToken")).at("/workspaces/0/id");
    Reply home = into(user, own);
    assertThat(desk.get("/workspace", user).status()).as("still a member").isEqualTo(200);
    remove(admin, user);
    assertThat(desk.get("/workspace", user).status()).isEqualTo(401);
    assertThat(desk.refresh(home.at("/refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void a_member_may_leave_and_may_not_send_others_away() {
    Reply user = member("USER");
    Reply other = member("USER");
    assertThat(remove(user, other).status()).isEqualTo(403);
    assertThat(setRole(user, user, "ADMIN").status()).isEqualTo(403);
    assertThat(remove(user, user).status()).isEqualTo(204);
    assertThat(desk.refresh(user.at("/refreshToken")).code()).isEqualTo("MEMBER_REMOVED");
  }

  @Test
  void the_last_admin_stays() {
    Reply user = member("USER");
    for (Reply refused : List.of(setRole(admin, admin, "USER"), remove(admin, admin))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("LAST_ADMIN");
    }
    setRole(admin, user, "ADMIN");
    assertThat(setRole(admin, admin, "USER").status()).isEqualTo(200);
    Reply now = desk.refresh(user.at("/refreshToken"));
    assertThat(remove(now, now).code()).isEqualTo("LAST_ADMIN");
  }

  @Test
  void two_admins_who_send_each_other_away_at_once_do_not_both_succeed() throws Exception {
    Reply second = member("ADMIN");
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> both = new ArrayList<>();
      both.add(() -> remove(admin, second));
      both.add(() -> remove(second, admin));
      int gone = 0;
      for (Future<Reply> reply : pool.invokeAll(both)) {
        assertThat(reply.get().status()).isIn(204, 401, 404, 409);
        gone += reply.get().status() == 204 ? 1 : 0;
      }
      assertThat(gone).isEqualTo(1);
    }
  }

  @Test
  void somebody_elses_people_are_like_nobody() {
    Reply stranger = desk.signUp(desk.newAddress());
    Reply foreign = setRole(admin, stranger, "ADMIN");
    String nobody = "/workspace/members/" + UUID.randomUUID();
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.sameness())
        .isEqualTo(desk.patch(nobody, "{\"role\":\"ADMIN\"}", admin).sameness());
    assertThat(remove(admin, stranger).sameness())
        .isEqualTo(desk.delete(nobody, "", admin).sameness());
  }

  @Test
  void another_process_refuses_the_old_role_when_it_has_looked() {
    Reply user = member("ADMIN");
    Auth elsewhere = desk.anotherProcess();
    assertThat(elsewhere.authenticator().authenticate(user.at("/token")).stranger()).isFalse();
    setRole(admin, user, "USER");
    elsewhere.sessions().catchUp();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> elsewhere.authenticator().authenticate(user.at("/token")))
        .isInstanceOf(AppError.Unauthenticated.class);
  }
}
