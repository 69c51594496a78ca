package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignUpTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  @Order(3)
  @RegisterExtension
  static final AuthDesk closed = new AuthDesk(db, SignUpPolicy.INVITED);

  @Test
  void a_new_account_is_signed_in_as_the_admin_of_its_own_workspace() {
    Reply made = desk.signUp(" New.Person@A.Example ");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "token", "refreshToken", "expiresIn", "user", "device", "workspaces");
    assertThat(made.json().path("expiresIn").asInt()).isEqualTo(600);
    assertThat(made.json().path("user").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "email", "firstName", "lastName", "role", "workspaceId");
    assertThat(made.at("/user/email")).isEqualTo("new.person@a.example");
    assertThat(made.at("/user/firstName")).isEqualTo("Ana");
    assertThat(made.at("/user/lastName")).isEqualTo("Diaz");
    assertThat(made.at("/user/role")).isEqualTo("ADMIN");
    assertThat(made.json().path("workspaces")).hasSize(1);
    assertThat(made.at("/workspaces/0/id")).isEqualTo(made.at("/user/workspaceId"));
    assertThat(desk.me(made.at("/token")).json()).isEqualTo(made.json().path("user"));
  }

  @Test
  void names_may_be_left_out() {
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(desk.newAddress(), AuthDesk.PASSWORD);
    Reply made = desk.post("/auth/signup", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/user/firstName")).isEmpty();
  }

  @Test
  void an_address_has_one_account_however_it_is_written() {
    String email = desk.newAddress();
    assertThat(desk.signUp(email).status()).isEqualTo(201);
    for (String same : List.of(email, email.toUpperCase(java.util.Locale.ROOT), " " + email)) {
      Reply taken = desk.signUp(same);
      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.code()).isEqualTo("EMAIL_TAKEN");
    }
  }

  @Test
  void eight_at_once_make_one_account() throws Exception {
    String email = desk.newAddress();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> one = () -> desk.signUp(email);
      int made = 0;
      for (Future<Reply> reply : pool.invokeAll(Collections.nCopies(8, one))) {
        assertThat(reply.get().status()).isIn(201, 409);
        made += reply.get().status() == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nobody",
        "@a.example",
        "ana@",
        "ana@@a.example",
        "ana@a..example",
        "a b@a.example",
        "ana@a.example\\r\\nBcc: b@b.example",
        "ana@a.example,bo@b.example",
        "<ana@a.example>"
      })
  void what_is_no_mail_address_is_refused(String email) {
    Reply refused = desk.signUp(email);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("INVALID");
    assertThat(refused.pointers()).containsExactly("/email");
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars, too short",
    "aaaaaaaaaaaaaaaa, repeats itself",
    "abababababababab, repeats itself",
    "abcdefghijklmnop, a run",
    "PasswordPassword, guessers know it",
    "xx.guessable.one.xx, holds the address"
  })
  void a_password_that_is_soon_guessed_is_refused(String password, String why) {
    Reply refused =
        desk.post(
            "/auth/signup",
            "{\"email\":\"guessable.one@a.example\",\"password\":\"%s\"}".formatted(password));
    assertThat(refused.status()).as(why).isEqualTo(422);
    assertThat(refused.pointers()).containsExactly("/password");
    assertThat(refused.whole().body()).doesNotContain(password);
  }

  @ParameterizedTest
  @CsvSource({"12, 201", "128, 201", "129, 422"})
  void a_password_has_12_to_128_characters_whatever_their_bytes(int length, int status) {
    String password =
        "äöü€🐎x"
            .repeat(30)
            .codePoints()
            .limit(length)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String email = desk.newAddress();
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    assertThat(desk.post("/auth/signup", body).status()).isEqualTo(status);
    if (status == 201) {
      assertThat(desk.logIn(email, password).status()).isEqualTo(200);
    }
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    Reply refused =
        desk.post(
            "/auth/signup",
            """
            {"email":"x","password":"short","firstName":"%s","lastName":"a\\u0007b"}\
            """
                .formatted("n".repeat(101)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/email", "/password", "/firstName", "/lastName");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"email\":\"a@a.example\",\"password\":\"correct horse battery\",\"role\":\"admin\"}',"
        + " UNKNOWN_FIELD, /role",
    "'{\"email\":\"a@a.example\",\"password\":\"correct horse battery\",\"workspaceId\":\"x\"}',"
        + " UNKNOWN_FIELD, /workspaceId",
    "'{\"email\":\"a@a.example\"}', INVALID, /password",
    "'{\"email\":null,\"password\":\"correct horse battery\"}', INVALID, /email",
    "'{\"email\":7,\"password\":\"correct horse battery\"}', INVALID, /email",
    "'{\"email\":\"a@a.example\",\"password\":[\"correct horse battery\"]}', INVALID, /password"
  })
  void a_body_of_another_shape_is_refused(String body, String code, String pointer) {
    Reply refused = desk.post("/auth/signup", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.pointers()).containsExactly(pointer);
  }

  @Test
  void where_accounts_are_made_by_invitation_a_stranger_makes_none() {
    Reply refused = closed.signUp(closed.newAddress() + ".invited.example");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("INVITED_ONLY");
  }

  @Test
  void a_password_and_its_plain_hash_are_not_stored() {
    String email = desk.newAddress();
    desk.signUp(email);
    String stored =
        new Accounts(db.database()).find(email).orElseThrow().passwordHash().orElseThrow();
    assertThat(stored).startsWith("$argon2id$v=19$m=47104,t=1,p=1,keyid=k3$");
    String other = desk.newAddress();
    desk.signUp(other);
    assertThat(new Accounts(db.database()).find(other).orElseThrow().passwordHash())
        .as("the same password of somebody else")
        .isNotEqualTo(java.util.Optional.of(stored));
  }
}
