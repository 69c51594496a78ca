package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.contract.WatchedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process: how it starts, refuses to start, and ends.
final class ServerIT {
  @TempDir Path scratch;

  private final HttpClient http = new WatchedClient();

  @Test
  void it_is_ready_when_it_says_so_and_sigterm_ends_it_with_0_in_time() {
    try (ServerProcess server = start().awaitReady()) {
      assertThat(server.stdout())
          .singleElement()
          .asString()
          .startsWith("READY api=http://127.0.0.1:");
      assertThat(get(server.at("admin").resolve("/health/live")).statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(server.at("admin").resolve("/health/ready"));
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).startsWith("{\"status\":\"UP\"");
      assertThat(get(server.at("admin").resolve("/metrics")).body()).contains("requests_count");
      assertThat(get(server.at("api").resolve("/metrics")).statusCode()).isEqualTo(404);
      // for any method: a listener that had the address would answer 405
      HttpRequest.Builder elsewhere =
          HttpRequest.newBuilder(server.at("api").resolve("/health/ready")).DELETE();
      assertThat(ServerProcess.send(http, elsewhere).statusCode()).isEqualTo(404);

      long begun = System.nanoTime();
      server.terminate();
      assertThat(server.exitCode()).as(server::stderr).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
      assertThat(server.stderr().lines()).allMatch(line -> line.startsWith("{\"time\":"));
    }
  }

  @Test
  void
      after_kill_9_the_next_start_stops_the_database_left_behind_and_knows_what_was_acknowledged() {
    try (ServerProcess killed = start().awaitReady()) {
      assertThat(signUp(killed, "ada@killed.example").statusCode()).isEqualTo(201);
      killed.kill();
    }
    try (ServerProcess next = start().awaitReady()) {
      assertThat(next.stderr()).contains("stopping the PostgreSQL that a killed server left");
      assertThat(signUp(next, "ada@killed.example").body()).contains("EMAIL_TAKEN");
    }
  }

  @Test
  void a_second_server_on_one_data_directory_is_refused_and_the_first_goes_on() {
    try (ServerProcess first = start().awaitReady();
        ServerProcess second = start()) {
      assertThat(second.exitCode()).isEqualTo(3);
      assertThat(second.stderr()).contains("in use by another server", "SC_DATA_DIR");
      assertThat(second.stdout()).isEmpty();
      assertThat(get(first.at("admin").resolve("/health/ready")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_lost_key_file_is_refused_and_never_replaced() throws IOException {
    try (ServerProcess first = start("migrate")) {
      assertThat(first.exitCode()).as(first::stderr).isZero();
      assertThat(first.stdout()).isNotEmpty();
    }
    Path key = scratch.resolve("data").resolve("master.key");
    Files.move(key, scratch.resolve("elsewhere"));
    try (ServerProcess next = start()) {
      assertThat(next.exitCode()).isEqualTo(3);
      assertThat(next.stderr()).contains("SC_MASTER_KEY_FILE");
      assertThat(key).doesNotExist();
    }
    Files.move(scratch.resolve("elsewhere"), key);
    try (ServerProcess again = start("migrate")) {
      assertThat(again.exitCode()).isZero();
      assertThat(again.stdout()).containsExactly("The database is at this version already.");
    }
  }

  @Test
  void a_port_that_is_taken_is_refused_and_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProcess server =
            start(Map.of("SC_TRACKING_PORT", Integer.toString(taken.getLocalPort())))) {
      assertThat(server.exitCode()).isEqualTo(3);
      assertThat(server.stderr()).contains("SC_TRACKING_PORT");
    }
  }

  @Test
  void a_database_that_does_not_answer_is_refused_in_one_sentence() {
    try (ServerProcess server =
        start(
            Map.of(
                "SC_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "SC_DATABASE_USER", "nobody",
                "SC_DATABASE_PASSWORD", "top-secret"))) {
      assertThat(server.exitCode()).isEqualTo(3);
      assertThat(server.stderr()).doesNotContain("top-secret", "\tat ");
    }
  }

  @Test
  void all_that_is_wrong_with_the_settings_is_said_at_once() {
    try (ServerProcess server = start(Map.of("SC_PORT", "many", "SC_SIGNUP", "maybe"))) {
      assertThat(server.exitCode()).isEqualTo(3);
      assertThat(server.stderr()).contains("SC_PORT must be", "SC_SIGNUP must be");
    }
  }

  @Test
  void a_command_that_does_not_exist_is_2_and_shows_those_that_do() {
    try (ServerProcess server = start("dance")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.stderr()).contains("usage:", "serve", "migrate", "demo-data");
    }
  }

  private ServerProcess start(String... command) {
    return start(Map.of(), command);
  }

  private ServerProcess start(Map<String, String> more, String... command) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("SC_DATA_DIR", scratch.resolve("data").toString());
    return ServerProcess.start(scratch, settings, command);
  }

  private HttpResponse<String> get(URI address) {
    return ServerProcess.send(http, HttpRequest.newBuilder(address));
  }

  private HttpResponse<String> signUp(ServerProcess server, String email) {
    String body = "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email);
    return ServerProcess.send(
        http,
        HttpRequest.newBuilder(server.at("api").resolve("/api/auth/signup"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
