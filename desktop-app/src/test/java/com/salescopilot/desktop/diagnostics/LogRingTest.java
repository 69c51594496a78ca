package com.salescopilot.desktop.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.model.entity.Entity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogRingTest {
  /// What must never get there: an address, a subject, a body, a token.
  private static final List<String> CANARIES =
      List.of("canary@b.example", "Canary subject", "Canary body", "eyJcanary", "CanaryGmbH");

  private static final System.Logger OURS = System.getLogger(LogRingTest.class.getName());
  private static final System.Logger.Level INFO = System.Logger.Level.INFO;

  @TempDir Path scratch;

  private final LogRing ring = LogRing.listening();

  @AfterEach
  void close() {
    ring.close();
  }

  private List<String> lines() {
    return ring.lines();
  }

  @Test
  void a_line_has_its_time_level_thread_place_and_sentence_with_ids_and_numbers() {
    UUID id = new UUID(1, 2);
    OURS.log(INFO, "{0} rows of {1} take {2} as {3}", 12_345, id, Duration.ofMillis(40), INFO);
    assertThat(lines())
        .singleElement()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\dT.*Z INFO \\[.+\\] " + LogRingTest.class.getName() + " .*")
        .endsWith("12345 rows of " + id + " take PT0.04S as INFO");
  }

  @Test
  void what_a_line_or_a_failure_quotes_is_left_out() {
    for (String canary : CANARIES) {
      OURS.log(INFO, "it says {0} to {1}", canary, Optional.of(canary));
      OURS.log(INFO, "it failed", new IOException(canary, new IllegalStateException(canary)));
      System.getLogger("okhttp3.OkHttpClient").log(INFO, canary);
      System.getLogger("org.example").log(INFO, "hello {0}", canary);
    }
    String all = String.join("\n", lines());
    assertThat(lines()).hasSize(4 * CANARIES.size());
    assertThat(all)
        .doesNotContain(CANARIES)
        .contains("it says … to …", "okhttp3.OkHttpClient")
        .contains("it failed ! java.io.IOException < java.lang.IllegalStateException");
  }

  @Test
  void the_last_two_hundred_lines_are_kept_and_stand_in_the_crash_file() throws Exception {
    for (int i = 0; i < 250; i++) {
      OURS.log(INFO, "line {0}", i);
    }
    assertThat(lines()).hasSize(200);
    assertThat(lines().getFirst()).endsWith("line 50");
    CrashFile files =
        new CrashFile(scratch, InstantSource.fixed(DeskFixture.NOW), Map.of(), ring::lines);
    Path file = files.write(new ErrorCode("A:B:C"), new IllegalStateException("x"), "t", "/");
    assertThat(Files.readString(file)).containsSubsequence("\nlog\n", "line 249", "\nthreads\n");
  }

  /// A server that says again what it was sent, in its refusals, as bad ones do.
  @Test
  void nothing_private_is_logged_while_a_server_refuses_everything() throws Exception {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/api/auth/login", exchange -> answer(exchange, 200, login()));
    http.createContext(
        "/api/sync",
        exchange ->
            answer(
                exchange,
                500,
                "{\"title\":\"%1$s\",\"detail\":\"%1$s\"}".formatted(String.join(" ", CANARIES))));
    http.start();
    try (DeskFixture desk = DeskFixture.ofAda(scratch.resolve("profile"))) {
      UUID to =
          desk.edits()
              .create(
                  Entity.PROSPECT,
                  Map.of("email", "canary@b.example", "firstName", "C", "company", "CanaryGmbH"))
              .row()
              .id();
      UUID draft =
          desk.edits()
              .create(
                  Entity.EMAIL_DRAFT,
                  Map.of(
                      "prospectId", to.toString(),
                      "subject", "Canary subject",
                      "bodyHtml", "<p>Canary body</p>"))
              .row()
              .id();
      desk.edits().submit(new Letters(desk.desk()).send(draft, 10));
      ServerAddress address =
          ServerAddress.parse("http://127.0.0.1:" + http.getAddress().getPort());
      desk.desk()
          .signedIn(Session.logIn(address, "ada@desk.example", "secret", desk.desk().clock()));
      Awaitility.await()
          .until(
              () ->
                  lines().stream().anyMatch(line -> line.contains("[sync-push]"))
                      && lines().stream().anyMatch(line -> line.contains("[sync-pull]")));
    } finally {
      http.stop(0);
    }
    assertThat(String.join("\n", lines()))
        .contains(RemoteException.class.getName())
        .doesNotContain(CANARIES)
        .doesNotContain("ada@desk.example", "127.0.0.1");
  }

  private static String login() {
    return """
    {"token":"eyJcanary","refreshToken":"eyJcanary","expiresIn":900,"user":{"id":"%s",\
    "workspaceId":"%s","email":"ada@desk.example","firstName":"A","lastName":"B","role":"admin"}}\
    """
        .formatted(DeskFixture.ADA.user(), DeskFixture.ADA.workspace());
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// The ring trusts the sentences of this program, so nothing may be glued into them.
  @Test
  void every_sentence_that_is_logged_stands_in_the_source_as_it_is() throws Exception {
    Pattern call = Pattern.compile("LOG\\s*\\.\\s*log\\(");
    Pattern plain =
        Pattern.compile("LOG\\.log\\(\\s*System\\.Logger\\.Level\\.\\w+,\\s*\"[^\"]*\"\\s*[,)]");
    List<String> glued = new ArrayList<>();
    int calls = 0;
    for (Path file : sources()) {
      String text = Files.readString(file);
      int all = count(call.matcher(text));
      calls += all;
      if (all != count(plain.matcher(text))
          || (text.contains("System.getLogger(") && !text.contains("System.Logger LOG ="))) {
        glued.add(String.valueOf(file.getFileName()));
      }
    }
    assertThat(calls).isGreaterThan(15);
    assertThat(glued).isEmpty();
    assertThat(count(plain.matcher("LOG.log(System.Logger.Level.INFO, \"a \" + secret);")))
        .isZero();
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(Matcher matcher) {
    return (int) matcher.results().count();
  }
}
