package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody who guesses a password from everywhere, and the owner meanwhile.
final class GuessingTest {
  private static final int NETWORKS = 100;
  private static final int MOST_HASHES = 20;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db, SignUpPolicy.OPEN, new Passwords.Cost(64, 1, 1));

  private static String network(int n) {
    return "198.51." + n + ".7";
  }

  @Test
  void from_a_hundred_networks_an_hour_holds_twenty_hashes_and_the_owner_gets_in() {
    String email = desk.newAddress();
    String device = desk.signUp(email).at("/device");
    int tried = 0;
    int hashed = 0;
    int refused = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (int n = 0; n < NETWORKS; n += 20) {
        Reply guess = desk.logIn(email, "wrong " + tried, "", network(n + minute % 20));
        tried++;
        hashed += guess.status() == 401 ? 1 : 0;
        refused += guess.status() == 429 ? 1 : 0;
      }
      if (minute % 10 == 5) {
        Reply owner = desk.logIn(email, AuthDesk.PASSWORD, device, network(200));
        assertThat(owner.status()).as("the owner in minute %d", minute).isEqualTo(200);
      }
      desk.pass(Duration.ofSeconds(59));
    }
    assertThat(hashed + refused).isEqualTo(tried);
    assertThat(tried).isEqualTo(300);
    assertThat(hashed).isEqualTo(MOST_HASHES);
  }

  /// The control: who guesses at as many accounts as there are guesses is not held up by the
  /// account, only by the network.
  @Test
  void the_limit_is_the_accounts() {
    int hashed = 0;
    for (int i = 0; i < 30; i++) {
      Reply guess = desk.logIn("nobody" + i + "@a.example", "wrong", "", network(i));
      hashed += guess.status() == 401 ? 1 : 0;
    }
    assertThat(hashed).isEqualTo(30);
    int sprayed = 0;
    for (int i = 0; i < 120; i++) {
      Reply guess = desk.logIn("somebody" + i + "@a.example", "wrong", "", "203.0.113.7");
      sprayed += guess.status() == 401 ? 1 : 0;
    }
    assertThat(sprayed).as("one network against many accounts").isEqualTo(NETWORKS);
  }
}
