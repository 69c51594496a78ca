package com.salescopilot.server.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ai.Model.Outcome;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Endpoint;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.egress.StreamClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ModelTest {
  private static final Question QUESTION =
      new Question("Do it.", "{\"letter\":\"x\"}", "bodyText", 600);
  private static final String GOOD = "{\"bodyText\": \"Hi “Ana”,\\n\\nshort.\"}";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final ScriptedModel server = new ScriptedModel();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_a_model_says_in_its_form_is_taken_with_what_it_used(Speaking provider)
      throws Exception {
    server.then(provider.saying(GOOD));
    Outcome outcome = model(provider, LONG).ask(QUESTION);
    assertThat(outcome).isEqualTo(new Outcome.Said("Hi “Ana”,\n\nshort.", new Usage(40, 9)));
    ScriptedModel.Heard heard = server.heard().take();
    var sent = ValueJson.tree(heard.body());
    assertThat(sent.path("model").asText()).isEqualTo("m-1");
    assertThat(sent.path("stream").asBoolean()).isTrue();
    assertThat(heard.body()).contains("Do it.", "600");
    switch (provider) {
      case OPENAI -> {
        assertThat(heard.path()).isEqualTo("/chat/completions");
        assertThat(sent.at("/response_format/json_schema/schema/required/0").asText())
            .isEqualTo("bodyText");
      }
      case ANTHROPIC -> {
        assertThat(heard.path()).isEqualTo("/v1/messages");
        assertThat(heard.key()).isEqualTo("k-1");
        assertThat(sent.path("messages").path(0).path("role").asText()).isEqualTo("user");
      }
      case OLLAMA -> {
        assertThat(heard.path()).isEqualTo("/api/chat");
        assertThat(sent.path("format").path("type").asText()).isEqualTo("object");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_cut_off_broken_off_or_no_json_is_bad_output(Speaking provider) {
    for (ScriptedModel.Scene scene :
        List.of(
            provider.cut("{\"bodyText\": \"Hi"),
            provider.breaking("{\"bodyText\": \"Hi\"}"),
            provider.saying("Sure! Here it is: " + GOOD + " Anything else?"),
            provider.saying("{\"bodyText\": \"Hi\", \"more\": 1}"),
            provider.saying("{\"bodyText\": 7}"),
            provider.saying("{\"bodyText\": \"H"),
            provider.saying(""),
            provider.saying("{\"bodyText\":\"" + "x".repeat(10 << 20) + "\"}"),
            ScriptedModel.lines("data: {\"choices\": [{]", "{\"broken"))) {
      server.then(scene);
      assertThat(failure(model(provider, LONG))).isEqualTo(Degraded.BAD_OUTPUT);
    }
  }

  @Test
  void a_refusal_is_told_from_a_failure() {
    for (Speaking provider : List.of(Speaking.OPENAI, Speaking.ANTHROPIC)) {
      server.then(provider.refusing());
      assertThat(failure(model(provider, LONG))).isEqualTo(Degraded.REFUSED);
    }
    server.then(Speaking.OLLAMA.refusing()); // which has no word for it
    assertThat(failure(model(Speaking.OLLAMA, LONG))).isEqualTo(Degraded.BAD_OUTPUT);
  }

  @Test
  void a_server_that_does_not_stream_is_understood_too() {
    server.then(
        ScriptedModel.lines(
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":"
                + "\"{\\\"bodyText\\\":\\\"Hi\\\"}\",\"refusal\":null},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"));
    assertThat(model(Speaking.OPENAI, LONG).ask(QUESTION))
        .isEqualTo(new Outcome.Said("Hi", new Usage(1, 2)));
  }

  @ParameterizedTest
  @EnumSource
  void one_that_is_busy_is_asked_once_more_when_it_says_so(Speaking provider) {
    server.then(ScriptedModel.status(429, "Retry-After", "7")).then(provider.saying(GOOD));
    assertThat(model(provider, LONG).ask(QUESTION)).isInstanceOf(Outcome.Said.class);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    server.then(ScriptedModel.status(503)).then(ScriptedModel.status(503));
    assertThat(failure(model(provider, LONG))).isEqualTo(Degraded.NO_ENGINE);
    server.heard().clear();
    server.then(ScriptedModel.status(429, "Retry-After", "3600"));
    assertThat(failure(model(provider, LONG))).isEqualTo(Degraded.NO_ENGINE);
    server.then(ScriptedModel.status(401));
    assertThat(failure(model(provider, LONG))).isEqualTo(Degraded.NO_ENGINE);
    assertThat(server.heard()).as("neither is asked again").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_does_not_begin_or_falls_silent_is_left(Speaking provider) throws Exception {
    for (boolean begins : List.of(false, true)) {
      CountDownLatch left = new CountDownLatch(1);
      CountDownLatch over = new CountDownLatch(1);
      server.then(
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            if (begins) {
              String line = String.join("\n", provider.piece("{\"bodyText")) + "\n";
              exchange
                  .getResponseBody()
                  .write(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
            }
            try {
              boolean _ = over.await(60, TimeUnit.SECONDS);
              byte[] more =
                  (" ".repeat(1 << 16) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
              for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(more);
                exchange.getResponseBody().flush();
              }
            } catch (java.io.IOException e) {
              left.countDown(); // nobody listens any more
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      assertThat(failure(model(provider, SHORT))).isEqualTo(Degraded.TIMEOUT);
      over.countDown();
      assertThat(left.await(60, TimeUnit.SECONDS)).as("the connection was closed").isTrue();
    }
  }

  @Test
  void after_five_failures_it_is_left_alone_for_a_minute_and_then_tried_with_one_question() {
    Model model = model(Speaking.OLLAMA, LONG);
    for (int i = 0; i < 5; i++) {
      assertThat(failure(model)).isEqualTo(Degraded.NO_ENGINE);
    }
    int asked = server.heard().size();
    assertThat(failure(model)).isEqualTo(Degraded.BREAKER);
    assertThat(server.heard()).hasSize(asked);
    now = now.plusSeconds(61);
    server.then(Speaking.OLLAMA.saying(GOOD));
    assertThat(model.ask(QUESTION)).isInstanceOf(Outcome.Said.class);
    assertThat(failure(model)).isEqualTo(Degraded.NO_ENGINE);
  }

  @Test
  void where_nobody_listens_or_nobody_may_go_there_is_no_engine() {
    ScriptedModel gone = new ScriptedModel();
    URI nobody = gone.base();
    gone.close();
    assertThat(failure(model(Speaking.OPENAI, nobody, Set.of(Endpoint.of(nobody)), LONG)))
        .isEqualTo(Degraded.NO_ENGINE);
    assertThat(failure(model(Speaking.OPENAI, server.base(), Set.of(), LONG)))
        .isEqualTo(Degraded.NO_ENGINE);
    assertThat(server.heard()).isEmpty();
  }

  private static Degraded failure(Model model) {
    return switch (model.ask(QUESTION)) {
      case Outcome.Failed(Degraded reason, Usage _) -> reason;
      case Outcome.Said said -> throw new AssertionError(said.toString());
    };
  }

  private Model model(Speaking provider, Duration patience) {
    return model(provider, server.base(), Set.of(Endpoint.of(server.base())), patience);
  }

  private Model model(Speaking provider, URI base, Set<Endpoint> allowed, Duration patience) {
    InstantSource clock = () -> now;
    return new Model(
        new EngineSettings(provider.provider(), base, "m-1", Optional.of("k-1"), 1_000),
        new Egress(List.of(), allowed, Resolver.system()).streams(),
        new StreamClient.Patience(LONG, patience, patience, LONG, 512 << 10),
        clock,
        pauses::add);
  }
}
