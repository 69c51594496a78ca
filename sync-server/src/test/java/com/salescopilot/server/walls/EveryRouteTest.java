package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.contract.OpenApi;
import com.salescopilot.server.db.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of routes that the product was first described by, one by one: each is promised by the
/// contract, is there, and does what it is for.
final class EveryRouteTest {
  /// Answered as if they were not there where the operator registered with no such provider.
  private static final Set<String> OF_PROVIDERS =
      Set.of("/auth/google", "/auth/google/callback", "/auth/linkedin", "/auth/linkedin/callback");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private static final Map<String, List<Sample>> SAMPLES = Samples.byRoute();

  private final OpenApi contract = OpenApi.read();

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("each route is promised, is there, and succeeds")
  @CsvSource({
    "POST, /auth/signup",
    "POST, /auth/login",
    "GET, /auth/google",
    "GET, /auth/google/callback",
    "GET, /auth/linkedin",
    "GET, /auth/linkedin/callback",
    "GET, /dashboard/stats",
    "GET, /dashboard/timeline",
    "GET, /dashboard/momentum",
    "GET, /dashboard/campaigns",
    "GET, /emails/drafts/{id}",
    "POST, /emails/draft",
    "DELETE, /emails/draft/{id}",
    "POST, /emails/send",
    "GET, /emails/{id}",
    "GET, /prospects",
    "GET, /prospects/{id}",
    "POST, /prospects",
    "PATCH, /prospects/{id}",
    "DELETE, /prospects/{id}",
    "GET, /templates",
    "GET, /templates/{id}",
    "POST, /templates",
    "PATCH, /templates/{id}",
    "DELETE, /templates/{id}",
    "GET, /campaigns",
    "GET, /campaigns/{id}",
    "GET, /campaigns/{id}/prospects",
    "POST, /campaigns",
    "PATCH, /campaigns/{id}/status",
    "POST, /ai/personalize",
    "POST, /ai/rewrite",
    "POST, /ai/score",
    "POST, /ai/feedback",
    "POST, /webhooks/email/open",
    "GET, /webhooks/email/open-pixel",
    "POST, /webhooks/email/reply"
  })
  void each_route(String method, String path) {
    String route = Sample.route(Surface.API, method, "/api" + path);
    assertThat(promised()).contains(method + " /api" + path);
    assertThat(registered()).contains(route);
    assertThat(SAMPLES).containsKey(route);
    Tenant ana = walls.ana();
    for (Sample sample : SAMPLES.getOrDefault(route, List.of())) {
      Reply reply = ana.send(sample.call().apply(ana));
      boolean absent = OF_PROVIDERS.contains(path) && reply.status() == 404;
      assertThat(reply.good() || absent)
          .as("%s: %d %s", sample, reply.status(), reply.body())
          .isTrue();
    }
  }

  @Test
  void nothing_is_left_to_be_built() {
    assertThat(contract.document().toString()).doesNotContain("NOT_BUILT").doesNotContain("501");
  }

  private Set<String> promised() {
    return contract.operations().stream()
        .map(OpenApi.Operation::toString)
        .collect(Collectors.toSet());
  }

  private static Set<String> registered() {
    return server.routes().entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .map(r -> Sample.route(each.getKey(), r.method(), r.pattern())))
        .collect(Collectors.toSet());
  }
}
