package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.audit.Trail;
import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.post.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How one comes into a workspace of others.
final class InvitationsTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  @Order(3)
  @RegisterExtension
  static final AuthDesk closed = new AuthDesk(db, SignUpPolicy.INVITED);

  private final Reply admin = desk.signUp(desk.newAddress());

  private Reply invite(String body) {
    return desk.post("/workspace/invites", body, admin);
  }

  private String code(String body) {
    Reply made = invite(body);
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    return made.at("/code");
  }

  private static Reply signUp(AuthDesk where, String email, String code) {
    return where.post(
        "/auth/signup",
        "{\"email\":\"%s\",\"password\":\"%s\",\"inviteCode\":\"%s\"}"
            .formatted(email, AuthDesk.PASSWORD, code));
  }

  private static Reply join(Reply who, String code) {
    return desk.post("/workspace/join", "{\"inviteCode\":\"%s\"}".formatted(code), who);
  }

  private static void refused(Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("BAD_CODE");
    assertThat(reply.pointers()).containsExactly("/inviteCode");
  }

  private static List<String> places(Reply signedIn) {
    List<String> places = new ArrayList<>();
    for (JsonNode place : signedIn.json().path("workspaces")) {
      places.add(place.path("id").asText() + " " + place.path("role").asText());
    }
    return places;
  }

  private static Reply into(Reply who, String workspace) {
    return desk.post(
        "/auth/refresh",
        "{\"refreshToken\":\"%s\",\"workspaceId\":\"%s\"}"
            .formatted(who.at("/refreshToken"), workspace));
  }

  @Test
  void who_signs_up_with_a_code_is_in_the_personal_and_the_other_workspace() {
    Reply made = signUp(desk, desk.newAddress(), code("{\"role\":\"ADMIN\"}"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(places(made))
        .containsExactly(
            made.at("/user/workspaceId") + " ADMIN", admin.at("/user/workspaceId") + " ADMIN");
    assertThat(made.at("/user/workspaceId")).isNotEqualTo(admin.at("/user/workspaceId"));
  }

  @Test
  void with_two_memberships_a_refresh_leads_from_one_to_the_other_with_its_role() {
    Reply here = signUp(desk, desk.newAddress(), code("{}"));
    Reply there = into(here, admin.at("/user/workspaceId"));
    assertThat(there.status()).isEqualTo(200);
    assertThat(there.at("/user/workspaceId")).isEqualTo(admin.at("/user/workspaceId"));
    assertThat(there.at("/user/role")).isEqualTo("USER");
    Reply seen = desk.get("/workspace", there);
    assertThat(seen.at("/id")).isEqualTo(admin.at("/user/workspaceId"));
    assertThat(seen.json().path("members")).hasSize(2);
    Reply stays = desk.refresh(there.at("/refreshToken"));
    assertThat(stays.at("/user/workspaceId")).isEqualTo(admin.at("/user/workspaceId"));
    Reply back = into(stays, here.at("/user/workspaceId"));
    assertThat(back.at("/user/role")).isEqualTo("ADMIN");
    assertThat(desk.get("/workspace", back).at("/id")).isEqualTo(here.at("/user/workspaceId"));
  }

  @Test
  void who_has_an_account_comes_in_with_the_code_once() {
    Reply other = desk.signUp(desk.newAddress());
    String code = code("{}");
    Reply in = join(other, code.toLowerCase(java.util.Locale.ROOT));
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.at("/id")).isEqualTo(admin.at("/user/workspaceId"));
    assertThat(in.at("/role")).isEqualTo("USER");
    refused(join(desk.signUp(desk.newAddress()), code));
    assertThat(places(desk.refresh(other.at("/refreshToken")))).hasSize(2);
  }

  @Test
  void a_member_does_not_use_a_code_up() {
    String code = code("{}");
    Reply again = join(admin, code);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("STATE");
    assertThat(join(desk.signUp(desk.newAddress()), code).status()).isEqualTo(200);
  }

  @Test
  void of_eight_who_bring_one_code_at_once_one_comes_in() throws Exception {
    String code = code("{}");
    List<Reply> people = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      people.add(desk.signUp(desk.newAddress()));
    }
    int in = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> tries = new ArrayList<>();
      people.forEach(person -> tries.add(() -> join(person, code)));
      for (Future<Reply> reply : pool.invokeAll(tries)) {
        in += reply.get().status() == 200 ? 1 : 0;
      }
    }
    assertThat(in).isEqualTo(1);
    assertThat(desk.get("/workspace", admin).json().path("members")).hasSize(2);
  }

  @Test
  void a_code_ends_after_seven_days_when_it_is_withdrawn_and_at_a_wrong_letter() {
    Reply made = invite("{}");
    Reply other = desk.signUp(desk.newAddress());
    refused(join(other, "0000-0000-0000"));
    refused(signUp(desk, desk.newAddress(), "nonsense"));
    String late = code("{}");
    Reply gone = desk.delete("/workspace/invites/" + made.at("/id"), "", admin);
    assertThat(gone.status()).isEqualTo(204);
    refused(join(other, made.at("/code")));
    assertThat(desk.delete("/workspace/invites/" + made.at("/id"), "", admin).status())
        .isEqualTo(404);
    desk.pass(Duration.ofDays(7));
    Reply now = desk.refresh(other.at("/refreshToken"));
    refused(join(now, late));
  }

  @Test
  void the_list_has_what_is_open_and_no_code() {
    Reply made = invite("{\"email\":\"Friend@B.Example\",\"role\":\"USER\"}");
    Reply used = invite("{}");
    join(desk.signUp(desk.newAddress()), used.at("/code"));
    Reply list = desk.get("/workspace/invites", admin);
    assertThat(list.json().path("items")).hasSize(1);
    assertThat(list.at("/items/0/id")).isEqualTo(made.at("/id"));
    assertThat(list.at("/items/0/email")).isEqualTo("Friend@b.example");
    assertThat(list.at("/items/0/invitedBy")).isEqualTo(admin.at("/user/id"));
    assertThat(list.whole().body()).doesNotContain(made.at("/code"));
    desk.note();
  }

  @Test
  void the_code_goes_by_mail_to_who_is_named() {
    Reply made = invite("{\"email\":\"friend@b.example\"}");
    Note note = desk.note().orElseThrow();
    assertThat(note.to()).hasToString("friend@b.example");
    assertThat(note.text()).contains(made.at("/code")).contains("Ana's workspace");
  }

  @Test
  void only_admins_invite_see_and_withdraw() {
    Reply user = into(signUp(desk, desk.newAddress(), code("{}")), admin.at("/user/workspaceId"));
    Reply made = invite("{}");
    assertThat(desk.post("/workspace/invites", "{}", user).status()).isEqualTo(403);
    assertThat(desk.get("/workspace/invites", user).status()).isEqualTo(403);
    assertThat(desk.delete("/workspace/invites/" + made.at("/id"), "", user).status())
        .isEqualTo(403);
    Reply stranger = desk.signUp(desk.newAddress());
    assertThat(desk.delete("/workspace/invites/" + made.at("/id"), "", stranger).status())
        .isEqualTo(404);
  }

  @Test
  void a_hundred_a_day_are_enough() {
    for (int i = 0; i < 100; i++) {
      assertThat(invite("{}").status()).isEqualTo(201);
    }
    assertThat(invite("{}").status()).isEqualTo(429);
    desk.pass(Duration.ofDays(1).plusSeconds(1));
    Reply tomorrow = desk.refresh(admin.at("/refreshToken"));
    assertThat(desk.post("/workspace/invites", "{}", tomorrow).status()).isEqualTo(201);
  }

  @Test
  void where_accounts_are_made_by_invitation_a_code_makes_one_and_its_lack_tells_nothing() {
    Reply host = closed.logIn(admin.at("/user/email"), AuthDesk.PASSWORD);
    String code = closed.post("/workspace/invites", "{}", host).at("/code");
    refused(signUp(closed, admin.at("/user/email"), "0000-0000-0000"));
    String email = "invited" + closed.newAddress();
    assertThat(signUp(closed, email, code).status()).isEqualTo(201);
    refused(signUp(closed, "second" + email, code));
    assertThat(signUp(closed, "third" + email, "").code()).isEqualTo("INVITED_ONLY");
  }

  @Test
  void what_happened_is_in_the_workspaces_book() {
    Reply made = invite("{\"role\":\"ADMIN\"}");
    join(desk.signUp(desk.newAddress()), made.at("/code"));
    Scope scope =
        new Scope(
            WorkspaceId.parse(admin.at("/user/workspaceId")), UserId.parse(admin.at("/user/id")));
    assertThat(new Trail(db.database()).in(scope))
        .isEqualTo(
            Collections.unmodifiableList(
                List.of(
                    "INVITED " + made.at("/id") + " {\"role\":\"ADMIN\"}",
                    "MEMBER_JOINED " + made.at("/id") + " {\"role\":\"ADMIN\"}")));
  }
}
