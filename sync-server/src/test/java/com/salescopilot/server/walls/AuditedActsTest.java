package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.db.TestDatabase;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every kind of act that is to be written down is done once, over HTTP, and looked for in the
/// book. Only what needs a provider, a mail, an operator's command or an hour of wrong passwords is
/// done elsewhere.
final class AuditedActsTest {
  private static final Set<Act> ELSEWHERE =
      Set.of(
          Act.SIGN_IN_FAILURES,
          Act.CODE_REUSED,
          Act.PASSWORD_RESET,
          Act.PASSWORD_RESET_REFUSED,
          Act.ACCOUNT_LINKED,
          Act.ACCOUNT_UNLINKED,
          Act.SENDS_RELEASED,
          Act.KEYS_ROTATED);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  @Test
  void every_act_that_can_be_done_by_a_request_leaves_an_entry() {
    Tenant admin = walls.another("KanarieBuch");
    for (Sample sample : PeopleSamples.all()) {
      admin.send(sample.call().apply(admin));
    }
    copiedRefreshToken(admin.elsewhere());
    Tenant leaver = admin.guest().in(admin);
    leaver.send(Call.api("DELETE", "/workspace/members/" + leaver.user()));
    Call note =
        Call.api("POST", "/suppressions", "{\"address\":\"note@%s\"}".formatted(admin.domain));
    admin.send(Call.api("DELETE", "/suppressions/" + admin.send(note).at("id")));
    admin.send(Call.api("POST", "/prospects/" + admin.id("prospect") + "/erase"));

    Set<String> wanted =
        Arrays.stream(Act.values())
            .filter(act -> !ELSEWHERE.contains(act))
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(walls.superuser().acts()).containsAll(wanted);
  }

  /// Presented, used, its child used, and presented again by whoever has the copy.
  private static void copiedRefreshToken(Tenant victim) {
    String copied = victim.refreshToken();
    Reply child = refresh(victim, copied);
    assertThat(refresh(victim, child.at("refreshToken")).good()).isTrue();
    assertThat(refresh(victim, copied).status()).isEqualTo(401);
  }

  private static Reply refresh(Tenant victim, String token) {
    return victim
        .door()
        .send(Call.api("POST", "/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token)));
  }

  @Test
  void a_secret_of_hooks_is_told_once_replaced_without_a_gap_and_proves_nothing_once_removed() {
    Tenant admin = walls.another("KanarieHaken");
    String had = admin.id("hook_secret");
    assertThat(admin.send(Call.api("DELETE", "/workspace/hook-secrets/" + had)).status())
        .isEqualTo(204);
    Reply first = admin.post("/workspace/hook-secrets", "");
    Reply second = admin.post("/workspace/hook-secrets", "");
    assertThat(first.at("secret")).startsWith("whsec_").isNotEqualTo(second.at("secret"));
    assertThat(Base64.getDecoder().decode(first.at("secret").substring(6))).hasSize(32);
    assertThat(admin.post("/workspace/hook-secrets", "").status()).as("a third").isEqualTo(409);
    assertThat(admin.get("/workspace/hook-secrets").body())
        .contains(first.at("id"), second.at("id"))
        .doesNotContain("whsec_");
    assertThat(walls.superuser().dump(admin.workspace()).get("hook_secret"))
        .contains(first.at("id"))
        .doesNotContain("whsec_")
        .doesNotContain(first.at("secret").substring(6));

    assertThat(report(admin, first)).isEqualTo(202);
    assertThat(report(admin, second)).isEqualTo(202);
    Call call = Call.api("DELETE", "/workspace/hook-secrets/" + first.at("id"));
    assertThat(walls.bo().send(call).status()).as("a stranger").isEqualTo(404);
    assertThat(admin.guest().in(admin).send(call).status()).as("no admin").isEqualTo(403);
    assertThat(admin.send(call).status()).isEqualTo(204);
    assertThat(report(admin, first)).isEqualTo(401);
    assertThat(report(admin, second)).isEqualTo(202);
    assertThat(report(walls.bo(), second)).as("elsewhere").isEqualTo(401);
  }

  private static int report(Tenant tenant, Reply secret) {
    return tenant
        .send(
            Call.api(
                    "POST",
                    "/webhooks/email/open",
                    "{\"email_id\":\"%s\"}".formatted(tenant.id("email")))
                .with("Authorization", "Bearer " + secret.at("secret")))
        .status();
  }
}
