package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LogInTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  @Test
  void the_right_password_opens_a_session_however_the_address_is_written() {
    String email = desk.newAddress();
    Reply made = desk.signUp(email);
    for (String written : List.of(email, email.toUpperCase(Locale.ROOT), "  " + email + " ")) {
      Reply in = desk.logIn(written, AuthDesk.PASSWORD);
      assertThat(in.status()).isEqualTo(200);
      assertThat(in.json().path("user")).isEqualTo(made.json().path("user"));
      assertThat(in.at("/refreshToken")).isNotEqualTo(made.at("/refreshToken"));
      assertThat(desk.me(in.at("/token")).status()).isEqualTo(200);
    }
  }

  @Test
  void a_password_is_the_same_however_its_accents_are_composed() {
    String email = desk.newAddress();
    desk.post(
        "/auth/signup", "{\"email\":\"%s\",\"password\":\"caf\u00e9 au lait 1\"}".formatted(email));
    assertThat(desk.logIn(email, "cafe\u0301 au lait 1").status()).isEqualTo(200);
  }

  @Test
  void no_account_and_a_wrong_password_are_answered_alike() {
    String email = desk.newAddress();
    desk.signUp(email);
    Reply wrong = desk.logIn(email, "incorrect horse battery");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
    for (String other : List.of("nobody@a.example", "no address", "", "x".repeat(5_000))) {
      assertThat(desk.logIn(other, AuthDesk.PASSWORD).sameness())
          .as(other)
          .isEqualTo(wrong.sameness());
    }
    assertThat(desk.logIn(email, "").sameness()).isEqualTo(wrong.sameness());
    assertThat(desk.logIn(email, "x".repeat(100_000)).sameness()).isEqualTo(wrong.sameness());
  }

  @Test
  void whoever_guesses_waits_and_the_owners_device_does_not() {
    String email = desk.newAddress();
    String device = desk.signUp(email).at("/device");
    for (int i = 0; i < 6; i++) {
      assertThat(desk.logIn(email, "wrong guess number " + i).status()).isEqualTo(401);
    }
    Reply early = desk.logIn(email, AuthDesk.PASSWORD);
    assertThat(early.status()).isEqualTo(429);
    assertThat(early.code()).isEqualTo("LIMITED");
    assertThat(early.whole().headers().firstValue("Retry-After")).hasValue("1");
    String owner =
        "{\"email\":\"%s\",\"password\":\"%s\",\"device\":\"%s\"}"
            .formatted(email, AuthDesk.PASSWORD, device);
    assertThat(desk.post("/auth/login", owner).status()).isEqualTo(200);
    desk.pass(Duration.ofSeconds(1));
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_device_that_is_not_ours_or_of_another_account_is_a_stranger() {
    String email = desk.newAddress();
    desk.signUp(email);
    String other = desk.signUp(desk.newAddress()).at("/device");
    for (int i = 0; i < 6; i++) {
      desk.logIn(email, "wrong guess number " + i);
    }
    for (String device : List.of(other, "x", "A".repeat(22) + "." + "A".repeat(43))) {
      String body =
          "{\"email\":\"%s\",\"password\":\"%s\",\"device\":\"%s\"}"
              .formatted(email, AuthDesk.PASSWORD, device);
      assertThat(desk.post("/auth/login", body).status()).isEqualTo(429);
    }
  }

  @Test
  void a_stranger_costs_at_most_twenty_hashes_an_hour_and_account() {
    String email = desk.newAddress();
    desk.signUp(email);
    int hashed = 0;
    for (int i = 0; i < 60; i++) {
      int status = desk.logIn(email, "wrong guess number " + i).status();
      assertThat(status).isIn(401, 429);
      hashed += status == 401 ? 1 : 0;
      desk.pass(Duration.ofSeconds(59));
    }
    assertThat(hashed).isLessThanOrEqualTo(20);
  }

  @Test
  void many_at_once_are_let_in_or_asked_to_come_again() throws Exception {
    String email = desk.newAddress();
    desk.signUp(email);
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> one = () -> desk.logIn(email, AuthDesk.PASSWORD);
      for (Future<Reply> reply : pool.invokeAll(Collections.nCopies(40, one))) {
        answers.add(reply.get().status());
        if (reply.get().status() == 503) {
          assertThat(reply.get().code()).isEqualTo("UNAVAILABLE");
          assertThat(reply.get().whole().headers().firstValue("Retry-After")).isPresent();
        }
      }
    }
    assertThat(answers).contains(200).isSubsetOf(200, 503);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_body_of_another_shape_is_refused() {
    assertThat(desk.post("/auth/login", "{\"email\":\"a@a.example\"}").pointers())
        .containsExactly("/password");
    assertThat(
            desk.post("/auth/login", "{\"email\":\"a\",\"password\":\"b\",\"otp\":\"1\"}").code())
        .isEqualTo("UNKNOWN_FIELD");
  }
}
