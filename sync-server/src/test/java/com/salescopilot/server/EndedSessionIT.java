package com.salescopilot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.contract.WatchedClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a session that has ended, a server that runs on remembers no secret: its memory is written to
/// a file and searched.
@Tag("long")
final class EndedSessionIT {
  private static final String PASSWORD = "canary-password-Xq7-v2-heap";
  private static final String HOOK_SECRET = "canary-hook-secret-Kd83-heap";

  /// What buffers still hold goes when others use them.
  private static final int LATER = 200;

  @TempDir Path scratch;

  @Test
  void no_secret_of_an_ended_session_is_left_in_memory() throws Exception {
    SecretScan scan = new SecretScan().add("password", PASSWORD);
    Path heap = scratch.resolve("heap.hprof");
    Map<String, String> settings =
        Map.of("SC_DATA_DIR", scratch.resolve("data").toString(), "SC_WEBHOOK_SECRET", HOOK_SECRET);
    try (ServerProcess server = ServerProcess.start(scratch, settings).awaitReady()) {
      comeAndGo(server.at("api"), scan);
      try (HttpClient others = new WatchedClient()) {
        for (int i = 0; i < LATER; i++) {
          HttpRequest.Builder me = HttpRequest.newBuilder(server.at("api").resolve("/api/auth/me"));
          assertThat(ServerProcess.send(others, me).statusCode()).isEqualTo(401);
        }
      }
      dump(server.pid(), heap);
    }
    assertThat(scan.in(heap)).isEmpty();
    assertThat(new SecretScan().add("hook secret", HOOK_SECRET).in(heap))
        .as("a secret that is in use is found")
        .isNotEmpty();
  }

  private static void comeAndGo(URI api, SecretScan scan) {
    try (HttpClient client = new WatchedClient()) {
      String account = "{\"email\":\"ana@open.example\",\"password\":\"" + PASSWORD + "\"}";
      post(client, api, "/api/auth/signup", account, "", 201);
      JsonNode first = post(client, api, "/api/auth/login", account, "", 200);
      String refresh = "{\"refreshToken\":\"" + first.path("refreshToken").asText() + "\"}";
      JsonNode next = post(client, api, "/api/auth/refresh", refresh, "", 200);
      for (JsonNode tokens : List.of(first, next)) {
        scan.add("access token", tokens.path("token").asText())
            .add("refresh token", tokens.path("refreshToken").asText());
      }
      post(client, api, "/api/auth/logout", "", next.path("token").asText(), 204);
    }
  }

  private static JsonNode post(
      HttpClient client, URI api, String path, String body, String token, int status) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path)).POST(BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = ServerProcess.send(client, request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return ValueJson.tree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  /// Only what is still reachable, as the command does by itself.
  private static void dump(long pid, Path file) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(file).as(said).exists();
  }
}
