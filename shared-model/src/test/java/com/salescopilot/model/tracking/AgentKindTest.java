package com.salescopilot.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentKindTest {
  /// A public set (see its README for origin and licence), where it is present.
  private static final Path FILE =
      Path.of(
          System.getProperty("corpora.dir", "../../shared/corpora"), "user-agents/expected.tsv");

  private record Sample(String kind, String agent) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1",
        "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)",
        "Outlook-iOS/709.2226530.prod.iphone (3.24.1)"
      })
  void a_mail_program_is_a_persons(String agent) {
    assertThat(AgentKind.of(agent)).isEqualTo(AgentKind.PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl/8.5.0",
        "Java-http-client/25",
        "okhttp/5.1",
        "Something-Unheard-Of/1.0",
        "x"
      })
  void what_does_not_speak_like_a_browser_is_a_machine(String agent) {
    assertThat(AgentKind.of(agent)).isEqualTo(AgentKind.MACHINE);
  }

  @Test
  void silence_and_the_two_words_of_a_privacy_proxy_are_kinds_of_their_own() {
    assertThat(AgentKind.of("  ")).isEqualTo(AgentKind.NONE);
    assertThat(AgentKind.of("Mozilla/5.0")).isEqualTo(AgentKind.PRIVACY_PROXY);
  }

  @Test
  void a_long_agent_is_judged_in_no_time() {
    String agent = "Mozilla/5.0 (X11; " + "AppleWebKit/".repeat(100_000);
    assertThat(AgentKind.of(agent)).isEqualTo(AgentKind.MACHINE);
  }

  @Test
  void nineteen_in_twenty_machines_of_the_corpus_are_called_so() throws IOException {
    List<Sample> bots = samples("bot");
    long found = bots.stream().filter(bot -> machine(bot.agent())).count();
    assertThat((double) found / bots.size()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void no_person_of_the_corpus_is_called_a_machine() throws IOException {
    assertThat(samples("human")).noneMatch(human -> machine(human.agent()));
    assertThat(samples("proxy"))
        .allMatch(proxy -> AgentKind.of(proxy.agent()) == AgentKind.IMAGE_PROXY);
  }

  @Test
  void fetches_at_delivery_are_known() throws IOException {
    assertThat(samples("gmail_prefetch"))
        .allMatch(sample -> AgentKind.of(sample.agent()) == AgentKind.PREFETCH);
    assertThat(samples("mpp"))
        .allMatch(sample -> AgentKind.of(sample.agent()) == AgentKind.PRIVACY_PROXY);
  }

  private static boolean machine(String agent) {
    return switch (AgentKind.of(agent)) {
      case NONE, MACHINE -> true;
      case PREFETCH, PRIVACY_PROXY, IMAGE_PROXY, PERSON -> false;
    };
  }

  private static List<Sample> samples(String kind) throws IOException {
    assumeTrue(Files.exists(FILE), () -> "no user agents at " + FILE + ": set -Dcorpora.dir");
    try (var lines = Files.lines(FILE)) {
      return lines
          .skip(1)
          .map(line -> line.split("\t", 2))
          .map(parts -> new Sample(parts[0], parts[1]))
          .filter(sample -> sample.kind().equals(kind))
          .toList();
    }
  }
}
