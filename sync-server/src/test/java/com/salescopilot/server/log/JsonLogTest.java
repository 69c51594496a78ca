package com.salescopilot.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/// A line of the log is one entry, whatever stands in it.
final class JsonLogTest {
  private final JsonLog log = new JsonLog();

  private static LogRecord entry(String message, Object... values) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName("here");
    entry.setParameters(values);
    entry.setInstant(Instant.parse("2026-03-31T09:00:00Z"));
    return entry;
  }

  private JsonNode line(LogRecord entry) {
    String text = log.format(entry);
    assertThat(text).endsWith(System.lineSeparator());
    assertThat(text.strip().lines()).as(text).hasSize(1);
    return ValueJson.tree(text);
  }

  private static Set<String> members(JsonNode line) {
    return Set.copyOf(line.properties().stream().map(member -> member.getKey()).toList());
  }

  @Test
  void a_line_says_when_how_bad_where_and_what_in_utc() {
    JsonNode line = line(entry("it broke in {0}", "two"));
    assertThat(members(line)).containsExactlyInAnyOrder("time", "level", "logger", "message");
    assertThat(line.path("time").asText()).isEqualTo("2026-03-31T09:00:00Z");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("message").asText()).isEqualTo("it broke in two");
  }

  @Test
  void nothing_that_somebody_writes_forges_a_line_or_a_member() {
    List<String> hostile =
        List.of(
            "a\nb",
            "a\r\n{\"level\":\"ERROR\"}",
            "\",\"user\":\"root\",\"x\":\"",
            "\u0000\u001b[31mred\u001b[0m",
            "\u2028\u2029\u0085",
            "{0}{1}{",
            "\ud800");
    for (String text : hostile) {
      for (LogRecord entry : List.of(entry("said {0}", text), entry(text))) {
        JsonNode line = line(entry);
        assertThat(members(line))
            .as(text)
            .containsExactlyInAnyOrder("time", "level", "logger", "message");
      }
      LogRecord broken = entry("broken");
      broken.setThrown(new IllegalStateException(text, new IllegalArgumentException(text)));
      assertThat(members(line(broken))).contains("error").hasSize(5);
    }
  }

  @Test
  void the_request_stands_in_its_lines_and_in_no_others() {
    List<JsonNode> lines = new ArrayList<>();
    LogScope.of("r-1", "w", "u").run(() -> lines.add(line(entry("inside"))));
    LogScope.of("r-2", "", "").run(() -> lines.add(line(entry("a stranger"))));
    lines.add(line(entry("outside")));
    assertThat(lines.get(0).path("requestId").asText()).isEqualTo("r-1");
    assertThat(lines.get(0).path("user").asText()).isEqualTo("u");
    assertThat(members(lines.get(1))).contains("requestId").doesNotContain("ws", "user");
    assertThat(members(lines.get(2))).doesNotContain("requestId", "ws", "user");
  }
}
