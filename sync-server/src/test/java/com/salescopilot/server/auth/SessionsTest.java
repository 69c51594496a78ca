package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.audit.Trail;
import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Authenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sessions as their owner sees and ends them.
final class SessionsTest {
  private static final String NEW_PASSWORD = "another horse battery";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final String email = desk.newAddress();
  private final Reply here = desk.signUp(email);
  private final Reply there = desk.logIn(email, AuthDesk.PASSWORD);

  private static Scope scope(Reply signedIn) {
    return new Scope(
        WorkspaceId.parse(signedIn.at("/user/workspaceId")), UserId.parse(signedIn.at("/user/id")));
  }

  private static List<String> sessions(Reply of) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : desk.get("/auth/sessions", of).json().path("items")) {
      ids.add(item.path("id").asText());
    }
    return ids;
  }

  private static String current(Reply of) {
    for (JsonNode item : desk.get("/auth/sessions", of).json().path("items")) {
      if (item.path("current").asBoolean()) {
        return item.path("id").asText();
      }
    }
    throw new AssertionError("no session is the current one");
  }

  private static void over(Reply signedIn) {
    assertThat(desk.me(signedIn.at("/token")).status()).isEqualTo(401);
    assertThat(desk.refresh(signedIn.at("/refreshToken")).status()).isEqualTo(401);
  }

  private static void well(Reply signedIn) {
    assertThat(desk.me(signedIn.at("/token")).status()).isEqualTo(200);
    assertThat(desk.refresh(signedIn.at("/refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void whoever_signs_out_is_out_at_once_and_the_other_devices_are_not() {
    assertThat(desk.post("/auth/logout", "", here).status()).isEqualTo(204);
    over(here);
    well(there);
    assertThat(desk.post("/auth/logout", "", here).status()).isEqualTo(401);
  }

  @Test
  void the_list_shows_where_the_account_is_signed_in_and_which_one_asks() {
    assertThat(sessions(here)).hasSize(2).contains(current(here), current(there));
    assertThat(current(here)).isNotEqualTo(current(there));
    JsonNode first = desk.get("/auth/sessions", here).json().at("/items/0");
    assertThat(first.path("device").asText()).startsWith("Java-http-client");
    assertThat(first.path("source").asText()).isEqualTo("127.0.0.1");
    desk.post("/auth/logout", "", there);
    assertThat(sessions(here)).containsExactly(current(here));
  }

  @Test
  void a_session_that_nobody_used_for_thirty_days_is_not_shown() {
    desk.pass(Duration.ofDays(30).plusSeconds(1));
    Reply now = desk.logIn(email, AuthDesk.PASSWORD);
    assertThat(sessions(now)).containsExactly(current(now));
  }

  @Test
  void one_ends_a_session_from_afar_and_only_the_own_ones() {
    assertThat(desk.delete("/auth/sessions/" + current(there), "", here).status()).isEqualTo(204);
    over(there);
    well(here);
    Reply stranger = desk.signUp(desk.newAddress());
    Reply foreign = desk.delete("/auth/sessions/" + current(here), "", stranger);
    Reply absent = desk.delete("/auth/sessions/" + UUID.randomUUID(), "", stranger);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.sameness()).isEqualTo(absent.sameness());
    assertThat(desk.me(here.at("/token")).status()).isEqualTo(200);
  }

  @Test
  void a_new_password_ends_all_other_sessions_and_the_old_password() {
    Reply changed = changePassword(AuthDesk.PASSWORD, NEW_PASSWORD);
    assertThat(changed.status()).isEqualTo(204);
    over(there);
    well(here);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(401);
    assertThat(desk.logIn(email, NEW_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void without_the_old_password_or_with_a_weak_new_one_nothing_changes() {
    Reply wrong = changePassword("incorrect horse battery", NEW_PASSWORD);
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("WRONG_PASSWORD");
    Reply weak = changePassword(AuthDesk.PASSWORD, "short");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.pointers()).containsExactly("/newPassword");
    well(there);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_stolen_token_does_not_help_to_guess_the_password() {
    for (int i = 0; i < 6; i++) {
      assertThat(changePassword("wrong guess number " + i, NEW_PASSWORD).status()).isEqualTo(403);
    }
    assertThat(changePassword(AuthDesk.PASSWORD, NEW_PASSWORD).status()).isEqualTo(429);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status())
        .as("the owner elsewhere")
        .isEqualTo(200);
  }

  @Test
  void another_process_hears_of_every_end_within_a_moment() throws Exception {
    Auth elsewhere = desk.anotherProcess();
    elsewhere.sessions().start();
    try {
      Authenticator door = elsewhere.authenticator();
      assertThat(door.authenticate(there.at("/token")).stranger()).isFalse();
      assertThat(desk.post("/auth/logout", "", there).status()).isEqualTo(204);
      await().atMost(Duration.ofSeconds(30)).until(() -> isRefused(door, there.at("/token")));
      assertThat(door.authenticate(here.at("/token")).stranger()).isFalse();
    } finally {
      elsewhere.sessions().stop();
    }
  }

  private static boolean isRefused(Authenticator door, String token) {
    try {
      return door.authenticate(token).stranger();
    } catch (AppError.Unauthenticated _) {
      return true;
    }
  }

  @Test
  void what_was_done_is_written_down_and_says_neither_password_nor_address() {
    String other = current(there);
    desk.delete("/auth/sessions/" + other, "", here);
    changePassword(AuthDesk.PASSWORD, NEW_PASSWORD);
    desk.post("/auth/logout", "", here);
    List<String> trail = new Trail(db.database()).own(scope(here));
    assertThat(trail)
        .containsExactly(
            "SIGN_IN", "SIGN_IN", "SESSION_ENDED " + other, "PASSWORD_CHANGED", trail.getLast());
    assertThat(trail.getLast()).startsWith("LOG_OUT ");
  }

  @Test
  void the_ways_in_are_told_to_everybody() {
    Reply options = desk.get("/auth/options");
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.at("/signup")).isEqualTo("OPEN");
    assertThat(options.json().path("passwordReset").asBoolean()).isTrue();
  }

  private Reply changePassword(String old, String wanted) {
    return desk.post(
        "/auth/password",
        "{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(old, wanted),
        here);
  }
}
