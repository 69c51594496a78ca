package com.salescopilot.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.contract.Witness.Exchange;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The controls of the witness: each kind of departure from the contract is seen.
final class WitnessTest {
  private static final Pattern MAKES_A_CLIENT = Pattern.compile("HttpClient\\.new\\w+\\(");

  private static final String ME =
      """
      {"id":"0198c0de-0000-7000-8000-00000000000a","email":"a@b.example","firstName":"A","lastName":"B",
       "role":"ADMIN","workspaceId":"0198c0de-0000-7000-8000-00000000000b"}\
      """;
  private static final String PROBLEM =
      """
      {"type":"urn:sales-copilot:problem:NOT_FOUND","title":"Not found","status":404,
       "detail":"There is nothing at this address.","code":"NOT_FOUND","requestId":"r-1234567"}\
      """;

  private final Witness witness = new Witness();

  private List<String> faults(
      String request, int status, String type, String body, String... headers) {
    Map<String, List<String>> all = new HashMap<>();
    all.put("X-Request-Id", List.of("r-1234567"));
    all.put("Content-Type", List.of(type));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    all.values().removeIf(values -> values.getFirst().isEmpty());
    String[] words = request.split(" ", 2);
    return witness.faults(
        new Exchange(words[0], words[1], status, HttpHeaders.of(all, (_, _) -> true), body));
  }

  @Test
  void what_is_as_promised_has_no_faults() {
    assertThat(faults("GET /api/auth/me", 200, "application/json", ME)).isEmpty();
    assertThat(faults("HEAD /api/auth/me", 200, "application/json", "")).isEmpty();
    String id = "/api/prospects/0198c0de-0000-7000-8000-00000000000a";
    assertThat(faults("GET " + id, 404, "application/problem+json", PROBLEM)).isEmpty();
    assertThat(faults("GET /api/nothing", 404, "application/problem+json", PROBLEM)).isEmpty();
    assertThat(faults("DELETE " + id, 204, "", "")).isEmpty();
  }

  @Test
  void a_status_a_type_or_a_body_that_was_not_promised_is_seen() {
    assertThat(faults("GET /api/auth/me", 404, "application/problem+json", PROBLEM)).hasSize(1);
    assertThat(faults("GET /api/auth/me", 201, "application/json", ME)).hasSize(1);
    assertThat(faults("GET /api/auth/me", 200, "text/html", ME)).hasSize(1);
    assertThat(faults("DELETE /api/prospects/0198c0de-0000-7000-8000-00000000000a", 204, "", "{}"))
        .hasSize(1);
  }

  @Test
  void a_member_that_is_missing_unknown_or_of_another_form_is_seen() {
    for (String spoilt :
        List.of(
            ME.replace("\"role\":\"ADMIN\",", ""),
            ME.replace("{", "{\"age\":7,"),
            ME.replace("ADMIN", "OWNER"),
            ME.replace("\"A\"", "null"),
            ME.replace("8000-00000000000b", "8000-b"),
            "[]",
            "{")) {
      assertThat(faults("GET /api/auth/me", 200, "application/json", spoilt)).hasSize(1);
    }
  }

  @Test
  void a_header_that_is_missing_unpromised_or_of_another_form_is_seen() {
    String me = "GET /api/auth/me";
    assertThat(faults(me, 200, "application/json", ME, "X-Request-Id", "")).hasSize(1);
    assertThat(faults(me, 200, "application/json", ME, "X-Request-Id", "é é")).hasSize(1);
    assertThat(faults(me, 200, "application/json", ME, "ETag", "\"7\"")).hasSize(1);
    String busy = PROBLEM.replace("NOT_FOUND", "UNAVAILABLE").replace("404", "503");
    String problem = "application/problem+json";
    assertThat(faults(me, 503, problem, busy, "Retry-After", "1")).isEmpty();
    assertThat(faults(me, 503, problem, busy)).hasSize(1);
    assertThat(faults(me, 503, problem, busy, "Retry-After", "soon")).hasSize(1);
  }

  @Test
  void a_refusal_that_is_no_problem_or_another_one_is_seen() {
    String id = "GET /api/prospects/0198c0de-0000-7000-8000-00000000000a";
    assertThat(faults(id, 404, "text/html", "<h1>Not found</h1>")).hasSize(1);
    assertThat(faults("GET /nothing", 404, "text/html", "<h1>Not found</h1>")).hasSize(1);
    assertThat(faults("GET /nothing", 500, "application/problem+json", "{}")).isNotEmpty();
    String other = PROBLEM.replace("NOT_FOUND", "GONE_AWAY");
    assertThat(faults("GET /nothing", 404, "application/problem+json", other)).hasSize(1);
    String forbidden = PROBLEM.replace("NOT_FOUND", "FORBIDDEN");
    assertThat(faults(id, 404, "application/problem+json", forbidden)).hasSize(1);
  }

  @Test
  void a_line_of_a_pull_that_is_of_no_kind_is_seen() {
    String pull = "POST /api/sync/pull";
    String head = "{\"streams\":{\"me\":\"full\",\"ws\":\"full\"},\"t\":\"head\"}\n";
    String gone = "[\"-\",\"email\",\"0198c0de-0000-7000-8000-00000000000a\",7]\n";
    String lines = "application/x-ndjson";
    assertThat(faults(pull, 200, lines, head + gone, "Vary", "Accept-Encoding")).isEmpty();
    assertThat(faults(pull, 200, lines, head + gone.replace("email\"", "letter\""))).isNotEmpty();
    assertThat(faults(pull, 200, lines, head.replace("\"full\"}", "\"half\"}"))).isNotEmpty();
  }

  @Test
  void no_test_asks_the_server_behind_the_witness() throws IOException {
    List<String> clients = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (MAKES_A_CLIENT.matcher(Files.readString(file)).find()) {
          clients.add(file.getFileName().toString());
        }
      }
    }
    assertThat(clients)
        .as("the watched one; what measures; processes; a browser, which goes to others too; zips")
        .containsExactlyInAnyOrder(
            "WatchedClient.java",
            "Numbers.java",
            "ServerImport.java",
            "Contention.java",
            "LogInStormTest.java",
            "Overload.java",
            "OverloadTest.java",
            "TwoProcessRotationTest.java",
            "App.java",
            "SecretsIT.java",
            "DeletedWorkspaceTest.java");
  }
}
