package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.post.Note;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A forgotten password, and a code by mail.
final class ForgottenPasswordTest {
  private static final String NEW_PASSWORD = "another horse battery";
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final String email = desk.newAddress();
  private final Reply signedIn = desk.signUp(email);

  private static Reply forgot(String address) {
    return desk.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(address));
  }

  private static String code() {
    Matcher code = CODE.matcher(desk.note().map(Note::text).orElseThrow());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static Reply reset(String address, String code, String password) {
    return desk.post(
        "/auth/password/reset",
        "{\"email\":\"%s\",\"code\":\"%s\",\"newPassword\":\"%s\"}"
            .formatted(address, code, password));
  }

  private static void refused(Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("BAD_CODE");
    assertThat(reply.pointers()).containsExactly("/code");
  }

  @Test
  void the_code_of_the_mail_sets_a_new_password_once_and_signs_everybody_out() {
    assertThat(forgot(email).status()).isEqualTo(202);
    String code = code();
    assertThat(reset(email, code, NEW_PASSWORD).status()).isEqualTo(204);
    assertThat(desk.me(signedIn.at("/token")).status()).isEqualTo(401);
    assertThat(desk.refresh(signedIn.at("/refreshToken")).status()).isEqualTo(401);
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).status()).isEqualTo(401);
    assertThat(desk.logIn(email, NEW_PASSWORD).status()).isEqualTo(200);
    refused(reset(email, code, AuthDesk.PASSWORD));
  }

  @Test
  void whether_there_is_an_account_is_not_told() {
    String nobody = "nobody" + email;
    Reply known = forgot(email);
    String code = code();
    Reply unknown = forgot(nobody);
    assertThat(desk.note()).as("what is sent to an address without account").isEmpty();
    assertThat(unknown.sameness()).isEqualTo(known.sameness());
    assertThat(forgot("no address").sameness()).isEqualTo(known.sameness());
    assertThat(desk.note()).isEmpty();
    Reply wrong = reset(email, "0000-0000-0000", NEW_PASSWORD);
    refused(wrong);
    assertThat(reset(nobody, "0000-0000-0000", NEW_PASSWORD).sameness())
        .isEqualTo(wrong.sameness());
    assertThat(reset(nobody, code, NEW_PASSWORD).sameness()).isEqualTo(wrong.sameness());
    assertThat(reset(email, code, NEW_PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void a_code_is_good_for_thirty_minutes_and_the_newest_alone() {
    forgot(email);
    String first = code();
    desk.pass(Duration.ofMinutes(10));
    forgot(email);
    String second = code();
    refused(reset(email, first, NEW_PASSWORD));
    desk.pass(Duration.ofMinutes(30));
    refused(reset(email, second, NEW_PASSWORD));
    forgot(email);
    String third = code();
    desk.pass(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(reset(email, third, NEW_PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void after_ten_wrong_codes_the_right_one_does_not_help() {
    forgot(email);
    String code = code();
    int refusals = 0;
    while (refusals < 10) {
      Reply wrong = reset(email, "0000-0000-0000", NEW_PASSWORD);
      if (wrong.status() == 429) {
        desk.pass(Duration.ofSeconds(16));
      } else {
        refused(wrong);
        refusals++;
      }
    }
    desk.pass(Duration.ofMinutes(1));
    refused(reset(email, code, NEW_PASSWORD));
    desk.pass(Duration.ofHours(1));
  }

  @Test
  void a_code_for_one_account_is_nothing_for_another() {
    String other = desk.newAddress();
    desk.signUp(other);
    forgot(email);
    String code = code();
    forgot(other);
    code();
    refused(reset(other, code, NEW_PASSWORD));
  }

  @Test
  void a_weak_password_is_refused_before_the_code_is_used() {
    forgot(email);
    String code = code();
    Reply weak = reset(email, code, "short");
    assertThat(weak.pointers()).isEqualTo(List.of("/newPassword"));
    assertThat(reset(email, code, NEW_PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void five_mails_an_hour_are_enough_for_known_and_unknown() {
    for (String address : List.of(email, "nobody" + email)) {
      for (int i = 0; i < 5; i++) {
        assertThat(forgot(address).status()).isEqualTo(202);
        desk.note();
      }
      assertThat(forgot(address).status()).isEqualTo(429);
    }
    desk.pass(Duration.ofHours(1));
    assertThat(forgot(email).status()).isEqualTo(202);
    desk.note();
  }

  @Test
  void a_changed_password_makes_an_open_code_worthless() {
    forgot(email);
    String code = code();
    desk.post(
        "/auth/password",
        "{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}"
            .formatted(AuthDesk.PASSWORD, NEW_PASSWORD),
        signedIn);
    refused(reset(email, code, AuthDesk.PASSWORD));
  }
}
