package com.salescopilot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.oidc.OpenIdProvider;
import com.salescopilot.server.oidc.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets that went through a running server lie nowhere afterwards: not in its log, not in its
/// database with its journal, not in a file, not in an answer that is not meant to bring them.
final class SecretsIT {
  private static final String PASSWORD = "canary-password-Xq7!vÄ2";
  private static final String SMTP_PASSWORD = "canary-smtp-password-9fPw";
  private static final String HOOK_SECRET = "canary-hook-secret-Kd83";
  private static final String VERIFIER = "canary-verifier-0123456789-0123456789-0123456789";

  @TempDir Path scratch;

  private final HttpClient http = new WatchedClient();
  private final List<String> answers = new ArrayList<>();
  private final SecretScan scan = new SecretScan();

  @Test
  void no_secret_is_found_in_what_a_server_leaves_behind() throws Exception {
    Path data = scratch.resolve("data");
    scan.add("password", PASSWORD)
        .add("SMTP password", SMTP_PASSWORD)
        .add("hook secret", HOOK_SECRET)
        .add("client secret", TestProvider.SECRET)
        .add("verifier", VERIFIER);
    String log;
    int secrets;
    try (TestProvider provider = TestProvider.start(Clock.systemUTC());
        ServerProcess server = start(data, provider).awaitReady()) {
      use(server, provider);
      secrets = 5 + tokens(provider, data);
      server.terminate();
      assertThat(server.exitCode()).as(server::stderr).isZero();
      log = server.stderr();
    }
    assertThat(secrets).isGreaterThanOrEqualTo(12);
    assertThat(scan.in("log", log)).isEmpty();
    assertThat(scan.below(data, SecretsIT::holdsKeys)).isEmpty();
    assertThat(scan.in("answers", String.join("\n", answers))).isEmpty();
    modes(data);

    // controls: what is no secret is seen in the database, and a planted secret everywhere
    SecretScan control = new SecretScan().add("address", "ana@open.example");
    assertThat(control.below(data, SecretsIT::holdsKeys)).isNotEmpty();
    Files.writeString(
        data.resolve("planted"),
        "x" + Base64.getEncoder().encodeToString(("yz" + PASSWORD).getBytes(UTF_8)));
    assertThat(scan.below(data, SecretsIT::holdsKeys))
        .isNotEmpty()
        .allMatch(found -> found.endsWith("in planted"));
  }

  private ServerProcess start(Path data, TestProvider provider) {
    return ServerProcess.start(
        scratch,
        Map.of(
            "SC_DATA_DIR",
            data.toString(),
            "SC_SMTP_HOST",
            "127.0.0.1",
            "SC_SMTP_PORT",
            "1",
            "SC_SMTP_USER",
            "relay@open.example",
            "SC_SMTP_PASSWORD",
            SMTP_PASSWORD,
            "SC_WEBHOOK_SECRET",
            HOOK_SECRET,
            "SC_GOOGLE_CLIENT_ID",
            TestProvider.CLIENT,
            "SC_GOOGLE_CLIENT_SECRET",
            TestProvider.SECRET,
            "SC_GOOGLE_ISSUER",
            provider.issuer().toString()));
  }

  /// Everything that a secret is used for, well and badly.
  private void use(ServerProcess server, TestProvider provider) throws Exception {
    URI api = server.at("api");
    String account = "{\"email\":\"ana@open.example\",\"password\":\"%s\"}".formatted(PASSWORD);
    JsonNode signedUp = secretAnswer(post(api, "/api/auth/signup", account));
    JsonNode signedIn = secretAnswer(post(api, "/api/auth/login", account));
    note(post(api, "/api/auth/login", account.replace("ana@", "nobody@")));
    note(post(api, "/api/auth/login", account.replace("}", ",\"more\":1}")));
    note(post(api, "/api/auth/login", account.substring(1)));
    String refresh = "{\"refreshToken\":\"%s\"}".formatted(signedUp.path("refreshToken").asText());
    JsonNode next = secretAnswer(post(api, "/api/auth/refresh", refresh));
    String token = next.path("token").asText();
    note(get(api.resolve("/api/auth/me"), token));
    note(get(api.resolve("/api/auth/me?token=" + token), token));
    note(get(api.resolve("/api/auth/me"), token + "x"));
    note(get(api.resolve("/api/nowhere/" + token), token));
    tokens("first", signedUp);
    tokens("second", signedIn);
    tokens("third", next);
    provider.reset("canary-subject", "elsewhere@open.example");
    tokens("provider's", byBrowser(api));
    String open = "{\"emailId\":\"00000000-0000-7000-8000-000000000000\"}";
    note(
        send(
            request(api, "/api/webhooks/email/open", open)
                .header("Authorization", "Bearer " + HOOK_SECRET)));
  }

  private JsonNode byBrowser(URI api) throws Exception {
    String redirect = "http://127.0.0.1:4000/callback";
    String query =
        "?redirect_uri=http%3A%2F%2F127.0.0.1%3A4000%2Fcallback&state=12345678&code_challenge="
            + OpenIdProvider.s256(VERIFIER)
            + "&code_challenge_method=S256";
    String there = location(send(HttpRequest.newBuilder(api.resolve("/api/auth/google" + query))));
    try (HttpClient browser = HttpClient.newHttpClient()) {
      String back =
          location(
              browser.send(
                  HttpRequest.newBuilder(URI.create(there)).build(),
                  HttpResponse.BodyHandlers.ofString()));
      String end = location(send(HttpRequest.newBuilder(URI.create(back))));
      String code = end.replaceFirst(".*[?&]code=([^&]+).*", "$1");
      scan.add("one-time code", code);
      String body =
          "{\"code\":\"%s\",\"codeVerifier\":\"%s\",\"redirectUri\":\"%s\"}"
              .formatted(code, VERIFIER, redirect);
      return secretAnswer(post(api, "/api/auth/token", body));
    }
  }

  private void tokens(String whose, JsonNode answer) {
    scan.add(whose + " access token", answer.path("token").asText())
        .add(whose + " refresh token", answer.path("refreshToken").asText());
  }

  /// What was not known before.
  private int tokens(TestProvider provider, Path data) throws IOException {
    int found = 8 + 1; // of four sign-ins, and the one-time code
    for (String granted : provider.granted()) {
      scan.add("provider token", granted);
      found++;
    }
    for (String line : Files.readAllLines(data.resolve("master.key"))) {
      scan.add("master key", Base64.getDecoder().decode(line.split(" ", -1)[1]));
      found++;
    }
    return found;
  }

  /// Nothing in the data directory may be read by others.
  private static void modes(Path data) throws IOException {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
    Set<String> open = new TreeSet<>();
    assertThat(owner).containsAll(Files.getPosixFilePermissions(data));
    // the directory itself keeps others out; what could be moved out of it has to by itself
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.filter(SecretsIT::standsAlone).toList()) {
        if (!owner.containsAll(Files.getPosixFilePermissions(path))) {
          open.add(data.relativize(path).toString());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private static boolean standsAlone(Path path) {
    return holdsKeys(path) || path.getFileName().toString().equals("postgres");
  }

  private static boolean holdsKeys(Path path) {
    return path.getFileName().toString().startsWith("master.key");
  }

  private JsonNode secretAnswer(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return ValueJson.tree(answer.body());
  }

  private void note(HttpResponse<String> answer) {
    answers.add(answer.headers().map() + "\n" + answer.body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> post(URI api, String path, String body) {
    return send(request(api, path, body));
  }

  private static HttpRequest.Builder request(URI api, String path, String body) {
    return HttpRequest.newBuilder(api.resolve(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> get(URI address, String token) {
    return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return ServerProcess.send(http, request);
  }
}
