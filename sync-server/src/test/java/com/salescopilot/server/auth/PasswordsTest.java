package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.Passwords.Verdict;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = with("k2", "k1");
  private final String stored = passwords.hash("correct horse battery");

  private static Passwords with(String... kids) {
    return new Passwords(
        AuthDesk.keysOf(kids), new HashGate(), new SecureRandom(), Passwords.Cost.STANDARD);
  }

  @Test
  void the_right_password_is_right_and_any_other_is_wrong() {
    assertThat(passwords.verify("correct horse battery", Optional.of(stored)))
        .isEqualTo(Verdict.RIGHT);
    assertThat(passwords.verify("correct horse batterz", Optional.of(stored)))
        .isEqualTo(Verdict.WRONG);
    assertThat(passwords.verify("correct horse battery", Optional.empty()))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void an_old_pepper_is_right_once_more() {
    Optional<String> old = Optional.of(with("k1").hash("correct horse battery"));
    assertThat(passwords.verify("correct horse battery", old)).isEqualTo(Verdict.RIGHT_BUT_OLD);
    assertThat(passwords.verify("another horse battery", old)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void a_stolen_database_without_the_pepper_opens_nothing() {
    assertThat(with("other").verify("correct horse battery", Optional.of(stored)))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void the_hash_of_one_account_is_of_no_use_for_another() {
    assertThat(passwords.hash("correct horse battery")).isNotEqualTo(stored);
  }
}
