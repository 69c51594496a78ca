package com.salescopilot.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Vault.Place;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database and one key file, and a command that puts a new key into it while
/// both run.
@Tag("long")
final class TwoProcessRotationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ACCOUNT =
      "{\"email\":\"ana@rotation.example\",\"password\":\"correct horse battery\"}";

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path scratch;

  private final HttpClient http = HttpClient.newHttpClient();

  private Map<String, String> settings(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SC_DATA_DIR", scratch.resolve(name).toString());
    settings.put("SC_MASTER_KEY_FILE", keys().toString());
    settings.put("SC_DATABASE_URL", db.login().url());
    settings.put("SC_DATABASE_USER", db.login().user());
    settings.put("SC_DATABASE_PASSWORD", db.login().password());
    return settings;
  }

  private Path keys() {
    return scratch.resolve("master.key");
  }

  @Test
  void one_rotates_the_other_notices_old_tokens_hold_and_secrets_open() throws Exception {
    try (ServerProcess one = ServerProcess.start(scratch, settings("one")).awaitReady();
        ServerProcess other = ServerProcess.start(scratch, settings("other")).awaitReady()) {
      JsonNode before = post(one, "signup", ACCOUNT);
      String oldKid = kid(before);
      Secrets beside = new Secrets(db, new KeyFile(keys()));
      Map<Place, String> sealed = new HashMap<>();
      for (int i = 0; i < 50; i++) {
        Place place = Secrets.place(UUID.randomUUID());
        sealed.put(place, beside.seal(place, "secret of " + place));
      }

      try (ServerProcess rotation =
          ServerProcess.start(scratch, settings("command"), "rotate-keys")) {
        assertThat(rotation.exitCode()).as(rotation::stderr).isZero();
      }

      // whoever is asked first may not have looked yet: it reads the file again
      String oldToken = before.path("token").asText();
      for (ServerProcess each : List.of(one, other)) {
        await().atMost(PATIENCE).until(() -> !kid(post(each, "login", ACCOUNT)).equals(oldKid));
        assertThat(me(each, oldToken)).isEqualTo(200);
      }
      JsonNode fresh = post(one, "login", ACCOUNT);
      assertThat(me(other, fresh.path("token").asText())).isEqualTo(200);
      tokensGoOn(one, other, before);

      // every data key is wrapped by the new key, so the old line is needed for no secret
      Path newest = scratch.resolve("newest.key");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                Files.write(newest, Files.readAllLines(keys()).subList(0, 1));
                Files.setPosixFilePermissions(newest, Files.getPosixFilePermissions(keys()));
                Secrets later = new Secrets(db, new KeyFile(newest));
                sealed.forEach(
                    (place, text) ->
                        assertThat(later.open(place, text)).contains("secret of " + place));
              });
    }
  }

  /// A refresh whose answer is lost at one process gets the same successor at the other, though the
  /// key was another when the session began.
  private void tokensGoOn(ServerProcess one, ServerProcess other, JsonNode before)
      throws IOException, InterruptedException {
    String token = before.path("refreshToken").asText();
    List<String> children = new ArrayList<>();
    for (ServerProcess each : List.of(one, other, one, other)) {
      children.add(post(each, "refresh", refresh(token)).path("refreshToken").asText());
    }
    assertThat(children).containsOnly(children.getFirst());
    JsonNode next = post(other, "refresh", refresh(children.getFirst()));
    assertThat(me(one, next.path("token").asText())).isEqualTo(200);
    assertThat(send(one, "refresh", refresh(token)).statusCode()).as("a copy").isEqualTo(401);
    await().atMost(PATIENCE).until(() -> me(other, next.path("token").asText()) == 401);
  }

  private static String refresh(String token) {
    return "{\"refreshToken\":\"%s\"}".formatted(token);
  }

  private static String kid(JsonNode answer) {
    String header = answer.path("token").asText().split("\\.", -1)[0];
    byte[] json = Base64.getUrlDecoder().decode(header);
    return ValueJson.tree(new String(json, StandardCharsets.UTF_8)).path("kid").asText();
  }

  private JsonNode post(ServerProcess server, String route, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(server, route, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return ValueJson.tree(answer.body());
  }

  private HttpResponse<String> send(ServerProcess server, String route, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.at("api").resolve("/api/auth/" + route))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int me(ServerProcess server, String token) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(server.at("api").resolve("/api/auth/me"))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
