package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Authenticator;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The table of `trust.md` §4.3: what a refresh token is worth when it is presented.
final class RefreshTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final Reply signedIn = desk.signUp(desk.newAddress());
  private final String first = signedIn.at("/refreshToken");

  private static String child(Reply reply) {
    assertThat(reply.status()).as(reply.whole().body()).isEqualTo(200);
    return reply.at("/refreshToken");
  }

  private static void dead(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void the_newest_token_is_exchanged_for_its_child_and_a_new_access_token() {
    Reply next = desk.refresh(first);
    assertThat(child(next)).isNotEqualTo(first);
    assertThat(next.at("/token")).isNotEqualTo(signedIn.at("/token"));
    assertThat(next.json().path("user")).isEqualTo(signedIn.json().path("user"));
    assertThat(desk.me(next.at("/token")).status()).isEqualTo(200);
    assertThat(desk.me(signedIn.at("/token")).status()).as("it was not revoked").isEqualTo(200);
  }

  @Test
  void a_lost_answer_signs_nobody_out() {
    String second = child(desk.refresh(first));
    for (int i = 0; i < 20; i++) {
      assertThat(child(desk.refresh(first))).isEqualTo(second);
    }
    String third = child(desk.refresh(second));
    assertThat(child(desk.refresh(second))).isEqualTo(third);
  }

  @Test
  void thirty_two_threads_get_one_child() throws Exception {
    Set<String> children = new HashSet<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> refresh = () -> desk.refresh(first);
      for (Future<Reply> reply : pool.invokeAll(Collections.nCopies(32, refresh))) {
        children.add(child(reply.get()));
      }
    }
    assertThat(children).hasSize(1);
  }

  @Test
  void a_copy_that_comes_after_the_child_was_used_ends_the_session_for_both() {
    String second = child(desk.refresh(first));
    Reply third = desk.refresh(second);
    dead(desk.refresh(first));
    dead(desk.refresh(second));
    dead(desk.refresh(child(third)));
    for (Reply token : List.of(signedIn, third)) {
      dead(desk.me(token.at("/token")));
    }
    Reply again = desk.logIn(signedIn.at("/user/email"), AuthDesk.PASSWORD);
    assertThat(again.status()).as("the account is not locked").isEqualTo(200);
    assertThat(desk.me(again.at("/token")).status()).isEqualTo(200);
  }

  @Test
  void the_end_of_one_session_leaves_the_others() {
    Reply other = desk.logIn(signedIn.at("/user/email"), AuthDesk.PASSWORD);
    child(desk.refresh(child(desk.refresh(first))));
    dead(desk.refresh(first));
    assertThat(desk.me(other.at("/token")).status()).isEqualTo(200);
    assertThat(child(desk.refresh(other.at("/refreshToken")))).isNotEmpty();
  }

  @Test
  void another_process_learns_of_the_end_when_it_looks() {
    Auth elsewhere = desk.anotherProcess();
    Authenticator door = elsewhere.authenticator();
    assertThat(door.authenticate(signedIn.at("/token")).user().toString())
        .isEqualTo(signedIn.at("/user/id"));
    child(desk.refresh(child(desk.refresh(first))));
    dead(desk.refresh(first));
    elsewhere.sessions().catchUp();
    assertThatThrownBy(() -> door.authenticate(signedIn.at("/token")))
        .isInstanceOf(AppError.Unauthenticated.class);
  }

  @Test
  void what_is_unknown_or_no_token_at_all_is_401_and_all_the_same() {
    String unknown = "A".repeat(43);
    Reply refused = desk.refresh(unknown);
    dead(refused);
    for (String other :
        List.of(
            "", "x", first + "A", first.substring(1), first + "=", " " + first, "é".repeat(43))) {
      assertThat(desk.refresh(other).sameness()).as(other).isEqualTo(refused.sameness());
    }
  }

  @Test
  void a_token_ends_after_thirty_days_of_silence() {
    desk.pass(Duration.ofDays(30).minusSeconds(1));
    String second = child(desk.refresh(first));
    desk.pass(Duration.ofDays(30).plusSeconds(1));
    dead(desk.refresh(second));
  }

  @Test
  void a_session_ends_after_ninety_days_however_busy_it_is() {
    String token = first;
    for (int day = 0; day < 90; day += 10) {
      token = child(desk.refresh(token));
      desk.pass(Duration.ofDays(10));
    }
    desk.pass(Duration.ofSeconds(1));
    dead(desk.refresh(token));
  }

  @Test
  void an_access_token_ends_after_ten_minutes() {
    desk.pass(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(desk.me(signedIn.at("/token")).status()).isEqualTo(200);
    desk.pass(Duration.ofSeconds(1));
    dead(desk.me(signedIn.at("/token")));
  }

  @Test
  void going_on_in_a_workspace_of_others_is_403_and_costs_no_token() {
    for (String workspace :
        List.of(
            desk.signUp(desk.newAddress()).at("/user/workspaceId"), UUID.randomUUID().toString())) {
      Reply refused =
          desk.post(
              "/auth/refresh",
              "{\"refreshToken\":\"%s\",\"workspaceId\":\"%s\"}".formatted(first, workspace));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("WORKSPACE");
    }
    String second = child(desk.refresh(first));
    assertThat(child(desk.refresh(second))).isNotEmpty();
  }
}
