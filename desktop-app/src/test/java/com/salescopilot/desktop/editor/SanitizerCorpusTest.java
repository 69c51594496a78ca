package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Judges by a public set of hostile HTML (see its README for origin and licence), where it is
/// present.
final class SanitizerCorpusTest {
  private static final Path FILE =
      Path.of(System.getProperty("corpora.dir", "../../shared/corpora"), "sanitizer/vectors.jsonl");

  @Test
  void nothing_but_text_lists_quotes_and_safe_links_comes_through() throws IOException {
    assertThat(payloads())
        .hasSizeGreaterThan(100)
        .allSatisfy(payload -> assertThat(Cleaned.of(payload).offences()).isEmpty());
  }

  @Test
  void what_was_cleaned_once_is_clean() throws IOException {
    assertThat(payloads())
        .allSatisfy(payload -> assertThat(clean(clean(payload))).isEqualTo(clean(payload)));
  }

  private static String clean(String html) {
    return Cleaned.of(html).html();
  }

  private static List<String> payloads() throws IOException {
    assumeTrue(Files.exists(FILE), () -> "no hostile HTML at " + FILE + ": set -Dcorpora.dir");
    ObjectMapper json = new ObjectMapper();
    try (var lines = Files.lines(FILE)) {
      return lines.map(line -> read(json, line).path("payload").textValue()).toList();
    }
  }

  private static JsonNode read(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
