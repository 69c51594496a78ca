package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.server.egress.Allowed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerConfigTest {

  @Test
  void without_any_setting_it_listens_on_this_machine_with_a_database_of_its_own() {
    ServerConfig config = ServerConfig.read(Map.of("HOME", "/home/ada"));
    assertThat(config.listening().bind()).isEqualTo("127.0.0.1");
    assertThat(config.listening().adminBind()).isEqualTo("127.0.0.1");
    assertThat(
            Stream.of(
                config.listening().port(),
                config.listening().trackingPort(),
                config.listening().adminPort()))
        .containsExactly(8_080, 8_081, 8_082);
    assertThat(config.dataDir()).isEqualTo(Path.of("/home/ada/.sales-copilot/server"));
    assertThat(config.database()).isEmpty();
    assertThat(config.smtp()).isEmpty();
    assertThat(config.earlyOpen()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.egressAllow()).isEmpty();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void an_empty_setting_counts_as_absent() {
    ServerConfig config = ServerConfig.read(Map.of("SC_PORT", " ", "SC_SMTP_HOST", ""));
    assertThat(config.listening().port()).isEqualTo(8_080);
    assertThat(config.smtp()).isEmpty();
  }

  @Test
  void all_problems_come_in_one_message() {
    assertThatThrownBy(
            () ->
                ServerConfig.read(
                    Map.of(
                        "SC_PORT", "70000",
                        "SC_BIND", "example.com",
                        "SC_SIGNUP", "sometimes",
                        "SC_DATABASE_USER", "sc",
                        "SC_SMTP_PASSWORD", "hush",
                        "SC_EGRESS_ALLOW", "10.0.0.0/99")))
        .isInstanceOf(StartRefused.class)
        .message()
        .satisfies(
            message -> {
              assertThat(message.lines()).hasSize(6);
              assertThat(message)
                  .contains(
                      "SC_PORT must be a whole number from 0 to 65535.",
                      "SC_BIND must be",
                      "SC_SIGNUP must be one of open, invited.",
                      "SC_DATABASE_URL is needed",
                      "SC_SMTP_HOST is needed",
                      "SC_EGRESS_ALLOW must be")
                  .doesNotContain("hush", "example.com", "sometimes");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "SC_PORT,-1",
    "SC_PORT,x",
    "SC_PORT,1.5",
    "SC_PUBLIC_URL,ftp://a",
    "SC_PUBLIC_URL,nothing",
    "SC_PUBLIC_URL,https://a/?q=1",
    "SC_API_URL,https://a/#f",
    "SC_DRAIN,601",
    "SC_DRAIN,-1",
    "SC_EARLY_OPEN_SECONDS,soon",
    "SC_WEBHOOK_AUTH,none",
    "SC_TRUSTED_PROXIES,proxy.local",
    "SC_EGRESS_ALLOW,localhost",
    "SC_ADMIN_BIND,eth0"
  })
  void one_wrong_value_is_one_problem(String name, String value) {
    assertThatThrownBy(() -> ServerConfig.read(Map.of(name, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(name + " must be ")
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(1));
  }

  @Test
  void a_default_mailbox_needs_a_sender() {
    assertThatThrownBy(() -> ServerConfig.read(Map.of("SC_SMTP_HOST", "mail.example")))
        .hasMessageContaining("SC_SMTP_FROM is needed");
    ServerConfig.Smtp smtp =
        ServerConfig.read(
                Map.of(
                    "SC_SMTP_HOST", "mail.example",
                    "SC_SMTP_TLS", "TLS",
                    "SC_SMTP_USER", "ada@mail.example",
                    "SC_SMTP_PASSWORD", "hush"))
            .smtp()
            .orElseThrow();
    assertThat(smtp.port()).isEqualTo(465);
    assertThat(smtp.from()).isEqualTo("ada@mail.example");
  }

  @Test
  void secrets_are_not_printed() {
    ServerConfig config =
        ServerConfig.read(
            Map.of(
                "SC_SMTP_HOST", "mail.example",
                "SC_SMTP_FROM", "ada@mail.example",
                "SC_SMTP_PASSWORD", "hush-smtp",
                "SC_WEBHOOK_SECRET", "hush-hook",
                "SC_DATABASE_URL", "jdbc:postgresql://db/sc",
                "SC_DATABASE_USER", "sc",
                "SC_DATABASE_PASSWORD", "hush-db"));
    assertThat(config.toString()).contains("***").doesNotContain("hush");
  }

  @Test
  void a_name_that_is_not_known_is_a_warning_with_the_nearest_one_that_is() {
    ServerConfig config =
        ServerConfig.read(
            Map.of("SC_PROT", "1", "SC_KAFKA_BOOTSTRAP", "later", "SC_THEME", "dark"));
    assertThat(config.warnings()).containsExactly("SC_PROT is not known; did you mean SC_PORT?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::1", "localhost", "192.0.2.7"})
  void an_address_to_bind_is_a_literal(String bind) {
    assertThat(ServerConfig.read(Map.of("SC_BIND", bind)).listening().bind()).isNotBlank();
  }

  @Test
  void ranges_to_reach_may_name_a_port() {
    assertThat(
            ServerConfig.read(
                    Map.of("SC_EGRESS_ALLOW", "127.0.0.0/8, 10.1.2.3:25 ,fd00::/8, fd00::/8:993"))
                .egressAllow())
        .extracting(Allowed::port)
        .isEqualTo(List.of(0, 25, 0, 993));
  }
}
