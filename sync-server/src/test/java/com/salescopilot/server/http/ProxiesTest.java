package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whose address a request counts against, when proxies stand between.
final class ProxiesTest {
  private final AtomicReference<String> seen = new AtomicReference<>("");

  private Probe behind(String... trusted) {
    return Probe.trusting(Stream.of(trusted).map(Network::parse).toList(), this::page);
  }

  private void page(RouteTable table) {
    table.get(
        "/page",
        Access.PUBLIC,
        (_, request) -> {
          seen.set(request.address());
          return Answer.ok(request.page());
        });
  }

  /// What the server takes for the client's address.
  private String seen(Probe probe, String... forwarded) {
    HttpRequest.Builder request = probe.request("/api/page");
    for (String value : forwarded) {
      request.header("X-Forwarded-For", value);
    }
    assertThat(probe.send(request).statusCode()).isEqualTo(200);
    return seen.get();
  }

  @Test
  void without_a_trusted_proxy_nobody_says_who_they_are() {
    try (Probe probe = behind("10.0.0.0/8")) {
      assertThat(seen(probe, "203.0.113.9")).isEqualTo("127.0.0.1");
      assertThat(seen(probe, "10.1.2.3", "203.0.113.9")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_trusted_proxy_is_believed_as_far_as_it_was_trusted_itself() {
    try (Probe probe = behind("127.0.0.0/8", "10.0.0.0/8")) {
      assertThat(seen(probe, "203.0.113.9")).isEqualTo("203.0.113.9");
      assertThat(seen(probe, "198.51.100.1, 203.0.113.9, 10.1.2.3"))
          .as("what stands left of a stranger was invented by them")
          .isEqualTo("203.0.113.9");
      assertThat(seen(probe, "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
      assertThat(seen(probe, "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
      for (String bad : List.of("unknown", "evil.example", "203.0.113.9:80", "", "_hidden")) {
        assertThat(seen(probe, "198.51.100.1, " + bad))
            .as("what is no address ends the chain: " + bad)
            .isEqualTo("127.0.0.1");
      }
    }
  }
}
