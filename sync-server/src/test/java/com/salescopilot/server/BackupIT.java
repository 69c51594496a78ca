package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.contract.WatchedClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine is lost, and its server comes back on another from two files: a backup and the key.
@Tag("long")
final class BackupIT {
  private static final String ACCOUNT =
      "{\"email\":\"ana@open.example\",\"password\":\"correct horse battery\"}";

  @TempDir Path scratch;

  private final HttpClient http = new WatchedClient();

  @Test
  void a_lost_server_comes_back_from_a_backup_and_its_key() throws Exception {
    Path file = scratch.resolve("friday.backup");
    Path lost = scratch.resolve("lost");
    Path found = scratch.resolve("found");
    try (ServerProcess server = server(lost)) {
      String token = signedIn(server, "signup");
      post(server, token, "/api/prospects", "{\"email\":\"kept@open.example\"}");

      // beside the server, and the server goes on
      assertThat(command(lost, 0, "backup", file.toString()))
          .anyMatch(line -> line.startsWith("BACKUP " + file + " rows="))
          .anyMatch(line -> line.contains("master.key) is not in it"));
      post(server, token, "/api/prospects", "{\"email\":\"late@open.example\"}");
      assertThat(prospects(server, token))
          .containsExactlyInAnyOrder("kept@open.example", "late@open.example");

      // nobody puts anything back beside a server
      command(lost, Command.REFUSED, "restore", file.toString(), "--replace");
    }
    // without the key nothing is touched, with another one neither
    command(found, Command.REFUSED, "restore", file.toString());
    assertThat(found).doesNotExist();
    Files.createDirectories(found);
    Files.copy(lost.resolve("master.key"), found.resolve("master.key"));
    assertThat(command(found, 0, "verify", file.toString()))
        .anyMatch(line -> line.startsWith("VERIFIED "));
    assertThat(command(found, 0, "restore", file.toString()))
        .anyMatch(line -> line.startsWith("RESTORED " + file));

    try (ServerProcess server = server(found)) {
      assertThat(server.stderr()).contains("held back until release-sends");
      String token = signedIn(server, "login");
      assertThat(prospects(server, token)).containsExactly("kept@open.example");
      post(server, token, "/api/prospects", "{\"email\":\"new@open.example\"}");
      command(found, Command.REFUSED, "restore", file.toString(), "--replace");
    }
    command(found, Command.REFUSED, "restore", file.toString());
    assertThat(command(found, 0, "restore", file.toString(), "--replace"))
        .anyMatch(line -> line.startsWith("RESTORED "));
    assertThat(command(found, 0, "release-sends")).contains("RELEASED 0");
    try (ServerProcess server = server(found)) {
      assertThat(prospects(server, signedIn(server, "login"))).containsExactly("kept@open.example");
    }
    command(found, Command.USAGE, "backup");
    command(found, Command.USAGE, "backup", file.toString(), "--replace");
  }

  private ServerProcess server(Path data) {
    return ServerProcess.start(scratch, Map.of("SC_DATA_DIR", data.toString())).awaitReady();
  }

  private List<String> command(Path data, int code, String... words) {
    try (ServerProcess process =
        ServerProcess.start(scratch, Map.of("SC_DATA_DIR", data.toString()), words)) {
      assertThat(process.exitCode())
          .as(() -> String.join(" ", words) + ": " + process.stderr())
          .isEqualTo(code);
      return process.stdout();
    }
  }

  private String signedIn(ServerProcess server, String how) {
    return answered(send(server, "", "/api/auth/" + how, ACCOUNT)).path("token").asText();
  }

  private List<String> prospects(ServerProcess server, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.at("api").resolve("/api/prospects"))
            .header("Authorization", "Bearer " + token);
    List<String> addresses = new ArrayList<>();
    answered(ServerProcess.send(http, request))
        .path("items")
        .forEach(row -> addresses.add(row.path("email").asText()));
    return addresses;
  }

  private void post(ServerProcess server, String token, String path, String body) {
    JsonNode _ = answered(send(server, token, path, body));
  }

  private HttpResponse<String> send(ServerProcess server, String token, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.at("api").resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return ServerProcess.send(
        http, token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private static JsonNode answered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return ValueJson.tree(answer.body());
  }
}
