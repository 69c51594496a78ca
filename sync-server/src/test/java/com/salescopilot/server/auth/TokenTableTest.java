package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.AppError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Access tokens that somebody else made, changed or kept too long: not one is accepted.
final class TokenTableTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final Reply owner = desk.signUp(desk.newAddress());
  private final ForgedTokens forge = new ForgedTokens(desk, owner.at("/token"));

  @Test
  void what_the_forge_makes_is_accepted_when_it_changes_nothing() {
    assertThat(accepted(forge.genuine())).isTrue();
    assertThat(desk.me(forge.genuine()).status()).isEqualTo(200);
    assertThat(desk.me(owner.at("/token")).status()).isEqualTo(200);
  }

  @Test
  void no_other_token_is_accepted() {
    Map<String, String> table = forge.table();
    assertThat(table).hasSizeGreaterThanOrEqualTo(60);
    List<String> through =
        table.entrySet().stream()
            .filter(e -> accepted(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(through).as("accepted of %d", table.size()).isEmpty();
  }

  @Test
  void all_of_them_get_the_same_answer() {
    String refused = desk.me("x").sameness();
    assertThat(refused).startsWith("401");
    List<String> others = new ArrayList<>();
    int sent = 0;
    for (Map.Entry<String, String> entry : forge.table().entrySet()) {
      boolean fits = entry.getValue().chars().allMatch(c -> c > ' ' && c < 127);
      if (fits && entry.getValue().length() < 10_000) {
        sent++;
        if (!desk.me(entry.getValue()).sameness().equals(refused)) {
          others.add(entry.getKey());
        }
      }
    }
    assertThat(others).isEmpty();
    assertThat(sent).isGreaterThan(50);
  }

  private static boolean accepted(String token) {
    try {
      return !desk.auth().authenticator().authenticate(token).stranger();
    } catch (AppError.Unauthenticated _) {
      return false;
    }
  }
}
