package com.salescopilot.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.db.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a server says when far more is asked of it than it can do. How fast it says so is measured
/// by [Overload]; here it is held to its words, on a machine of any speed.
final class OverloadTest {
  /// Nine hundred at almost one time: more than may run and wait.
  private static final double FLOOD = 3_000;

  private static final Duration SPAN = Duration.ofMillis(300);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Test
  void who_is_refused_hears_when_to_come_again_and_the_server_is_well_afterwards()
      throws Exception {
    URI api = server.at(Surface.API);
    try (HttpClient http = HttpClient.newHttpClient();
        OpenLoop loop = new OpenLoop(api)) {
      Account account = new Account(http, api);
      List<byte[]> requests =
          List.of(
              wire(api, account, "GET /api/prospects", ""),
              wire(api, account, "GET /api/dashboard/stats", ""),
              wire(api, account, "POST /api/templates", "{\"title\":\"T\"}"));
      Random random = new Random(1);
      OpenLoop.Result result =
          loop.run(() -> requests.get(random.nextInt(requests.size())), FLOOD, SPAN);
      assertThat(result.wrong()).isEmpty();
      assertThat(result.accepted().count()).isPositive();
      assertThat(result.refused().count()).as("the flood was none").isPositive();
      assertThat(result.accepted().count() + result.refused().count()).isEqualTo(result.offered());

      OpenLoop.Result quiet = loop.run(() -> requests.getFirst(), 20, Duration.ofSeconds(1));
      assertThat(quiet.refused().count()).isZero();
      assertThat(quiet.accepted().count()).isEqualTo(quiet.offered());
    }
  }

  private static byte[] wire(URI api, Account account, String methodAndPath, String body) {
    return """
    %s HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(methodAndPath, api.getAuthority(), account.token(), body.length(), body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
