package com.salescopilot.desktop.headless;

import static com.salescopilot.desktop.network.Relay.PULL;
import static com.salescopilot.desktop.network.Relay.PUSH;
import static com.salescopilot.desktop.network.Relay.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.network.Fault;
import com.salescopilot.desktop.network.Relay;
import com.salescopilot.desktop.network.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A client on a network where things go wrong: it says so in one sentence, keeps every edit, works
/// on, and is in step again when the network is.
@Tag("long")
final class BadNetworkIT {
  @RegisterExtension static final TestServer server = new TestServer();

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path temporary;
  private final Console.Clock clock = new Console.Clock();
  private final String email = TestServer.newAddress();
  private Relay network;
  private Console anna;

  @BeforeEach
  void signUp() throws IOException {
    network = new Relay(server.api());
    anna = Console.start(temporary.resolve("anna"), clock);
    anna.done(who("signup", TestServer.PASSWORD));
    anna.done("{'cmd':'sync'}");
  }

  @AfterEach
  void close() {
    anna.close();
    network.close();
  }

  private String who(String command, String password) {
    return "{'cmd':'%s','server':'%s','email':'%s','password':'%s'}"
        .formatted(command, network.address(), email, password);
  }

  /// What goes wrong, and the code it is told by.
  record Trouble(String code, Fault fault) {}

  static Stream<Trouble> faults() {
    String problem =
        "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":500,\"code\":\"INTERNAL\",\"detail\":\"Something"
            + " failed here.\"}";
    return Stream.of(
        new Trouble("INTERNAL", new Fault.Answered(500, "application/problem+json", problem)),
        new Trouble(
            "UNKNOWN", new Fault.Answered(503, "application/problem+json", "{\"status\":503}")),
        new Trouble("INTERNAL", new Fault.Answered(429, "application/problem+json", problem)),
        new Trouble("INTERNAL", new Fault.Answered(400, "application/problem+json", problem)),
        new Trouble("GARBLED", new Fault.Answered(500, "application/json", "<html>")),
        new Trouble("NO_ANSWER", new Fault.Answered(502, "text/html", "<h1>Bad gateway</h1>")),
        new Trouble("NO_ANSWER", new Fault.Answered(500, "text/plain", "")),
        new Trouble("NO_ANSWER", new Fault.Answered(200, "text/html", "<h1>Hotel WiFi</h1>")),
        new Trouble("GARBLED", new Fault.Answered(200, "application/json", "hello")),
        new Trouble("GARBLED", new Fault.Answered(200, "application/json", "{}")),
        new Trouble("GARBLED", new Fault.Answered(200, "application/json", "[1,2]")),
        new Trouble("GARBLED", new Fault.Answered(409, "application/json", "{\"code\":\"CHAIN\"}")),
        new Trouble(
            "NO_ANSWER",
            new Fault.Answered(
                302, "text/html", "moved", Map.of("Location", "https://example.com/login"))),
        new Trouble("NO_ANSWER", new Fault.RequestLost()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_push_that_fails_is_said_in_a_sentence_and_keeps_everything(Trouble trouble) {
    network.always(PUSH, trouble.fault());
    String id = anna.prospect("ana@b.io");
    assertRefused(trouble.code(), anna.ask("{'cmd':'sync'}"));
    assertThat(anna.outbox()).hasSize(1);
    assertThat(anna.patch("prospect", id, "company", "Acme").has("ack")).isTrue();

    network.heal();
    assertInStep();
    assertThat(anna.row("prospect", id).path("company").asText()).isEqualTo("Acme");
    assertThat(prospects()).extracting(p -> p.path("company").asText()).containsExactly("Acme");
  }

  static Stream<Trouble> pullFaults() {
    String head = "{\"t\":\"head\",\"streams\":{\"ws\":\"delta\",\"me\":\"delta\"}}\n";
    String end = "{\"t\":\"end\",\"cursors\":{\"ws\":[9],\"me\":[9]},\"rows\":5,\"more\":false}\n";
    return Stream.concat(
        faults().filter(fault -> !fault.code().equals("GARBLED")),
        Stream.of("hello\n", "{}\n", "[1,2]\n", head, head + "[]\n", end, head + end)
            .map(lines -> new Fault.Answered(200, "application/x-ndjson", lines))
            .map(fault -> new Trouble("GARBLED", fault)));
  }

  @ParameterizedTest
  @MethodSource("pullFaults")
  void a_pull_that_fails_is_said_in_a_sentence_and_keeps_everything(Trouble trouble) {
    // a reading that is under way already would end well
    anna.done("{'cmd':'go-offline'}");
    network.always(PULL, trouble.fault());
    String id = anna.prospect("ana@b.io");
    anna.done("{'cmd':'go-online'}");
    assertRefused(trouble.code(), anna.ask("{'cmd':'sync'}"));
    assertThat(anna.outbox()).as("no pull has shown its effect").hasSize(1);
    assertThat(anna.row("prospect", id).path("email").asText()).isEqualTo("ana@b.io");

    network.heal();
    assertInStep();
    assertThat(prospects()).hasSize(1);
  }

  @Test
  void a_lost_answer_to_a_push_makes_nothing_twice() {
    anna.done("{'cmd':'go-offline'}");
    for (int i = 0; i < 30; i++) {
      String _ = anna.prospect("p" + i + "@b.io");
    }
    network.next(PUSH, new Fault.AnswerLost(), new Fault.RequestLost(), new Fault.AnswerLost());
    anna.done("{'cmd':'go-online'}");
    JsonNode _ = anna.ask("{'cmd':'sync'}");
    assertInStep();
    assertThat(prospects()).hasSize(30);
    assertThat(network.count(PUSH)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_push_cut_between_its_parts_goes_on_where_it_was() {
    anna.done("{'cmd':'go-offline'}");
    int many = 1_100;
    for (int i = 0; i < many; i++) {
      String _ = anna.prospect("p" + i + "@b.io");
    }
    network.next(PUSH, new Fault.AnswerCut(20), new Fault.RequestLost(), new Fault.AnswerLost());
    anna.done("{'cmd':'go-online'}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(anna.ask("{'cmd':'sync'}").path("pending").asInt(-1)).isZero());
    assertThat(server.get(email, "prospects?limit=1").path("total").asInt()).isEqualTo(many);
    assertThat(anna.dump()).hasSize(many);
  }

  @ParameterizedTest
  @MethodSource
  void a_torn_pull_takes_nothing_that_is_not_whole(Fault fault) {
    try (Console desk = Console.start(temporary.resolve("desk"), clock)) {
      for (int i = 0; i < 200; i++) {
        String _ = anna.prospect("p" + i + "@b.io");
      }
      anna.done("{'cmd':'sync'}");
      desk.done("{'cmd':'go-offline'}");
      desk.done(who("login", TestServer.PASSWORD));
      network.next(PULL, fault);
      desk.done("{'cmd':'go-online'}");
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(desk.ask("{'cmd':'sync'}").has("ok")).isTrue();
                assertThat(desk.dump()).isEqualTo(anna.dump());
              });
    }
  }

  static List<Fault> a_torn_pull_takes_nothing_that_is_not_whole() {
    return List.of(
        new Fault.AnswerCut(0),
        new Fault.AnswerCut(60),
        new Fault.AnswerCut(1_000),
        new Fault.AnswerLost(),
        new Fault.BitFlipped());
  }

  @Test
  void edits_leave_by_themselves_when_the_network_is_back() {
    network.always(PUSH, new Fault.RequestLost());
    network.always(PULL, new Fault.RequestLost());
    String _ = anna.prospect("ana@b.io");
    await().atMost(SOON).until(() -> network.count(PUSH) > 2);
    network.heal();
    await().atMost(SOON).until(() -> anna.outbox().isEmpty());
    assertThat(prospects()).hasSize(1);
  }

  @Test
  void a_server_that_does_not_move_holds_up_no_edit_and_no_reading() {
    CountDownLatch until = new CountDownLatch(1);
    network.always(PUSH, new Fault.Stalled(until));
    String first = anna.prospect("ana@b.io");
    await().atMost(SOON).until(() -> network.count(PUSH) > 0);
    long begun = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      assertThat(anna.patch("prospect", first, "company", "Acme " + i).has("ack")).isTrue();
      assertThat(anna.row("prospect", first).path("company").asText()).isEqualTo("Acme " + i);
    }
    anna.done("{'cmd':'go-offline'}");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(anna.outbox()).isNotEmpty();
    network.heal();
    until.countDown();
    anna.done("{'cmd':'go-online'}");
    assertInStep();
    assertThat(prospects()).extracting(p -> p.path("company").asText()).containsExactly("Acme 9");
  }

  @Test
  void a_token_that_ends_is_exchanged_once_for_all_who_need_it() {
    clock.pass(Duration.ofHours(2));
    String _ = anna.prospect("ana@b.io");
    assertInStep();
    assertThat(network.count(REFRESH)).isEqualTo(1);
    assertThat(prospects()).hasSize(1);
  }

  @Test
  void a_token_that_the_server_does_not_take_is_exchanged_too() {
    Fault expired =
        new Fault.Answered(
            401, "application/problem+json", "{\"code\":\"UNAUTHENTICATED\",\"detail\":\"No.\"}");
    network.next(PUSH, expired);
    String _ = anna.prospect("ana@b.io");
    assertInStep();
    assertThat(network.count(REFRESH)).isEqualTo(1);
  }

  @Test
  void who_may_not_go_on_is_asked_to_sign_in_and_then_goes_on() {
    network.always(
        REFRESH,
        new Fault.Answered(
            401, "application/problem+json", "{\"code\":\"UNAUTHENTICATED\",\"detail\":\"No.\"}"));
    clock.pass(Duration.ofHours(2));
    String id = anna.prospect("ana@b.io");
    assertRefused("UNAUTHENTICATED", anna.ask("{'cmd':'sync'}"));
    assertThat(anna.patch("prospect", id, "company", "Acme").has("ack")).isTrue();
    assertThat(anna.outbox()).isNotEmpty();

    assertRefused("BAD_CREDENTIALS", anna.ask(who("login", "wrong horse battery")));
    assertThat(anna.row("prospect", id).path("company").asText()).isEqualTo("Acme");
    assertThat(anna.outbox()).isNotEmpty();

    network.heal();
    anna.done(who("login", TestServer.PASSWORD));
    assertInStep();
    assertThat(prospects()).extracting(p -> p.path("company").asText()).containsExactly("Acme");
  }

  private List<JsonNode> prospects() {
    return server.get(email, "prospects?limit=100").path("items").valueStream().toList();
  }

  private void assertInStep() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(anna.ask("{'cmd':'sync'}").toString())
                    .isEqualTo("{\"ok\":true,\"pending\":0}"));
    assertThat(anna.outbox()).isEmpty();
    assertThat(anna.conflicts()).isEmpty();
  }

  private static void assertRefused(String code, JsonNode answer) {
    assertThat(answer.at("/error/code").asText()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.at("/error/detail").asText())
        .matches("\\p{Lu}.* .*[^.]\\.")
        .doesNotContain("null", "Exception", "com.salescopilot", "java.");
  }
}
