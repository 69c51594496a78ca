package com.salescopilot.model.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Reads public files of every shape (their README tells where they come from), where they are
/// present.
final class CsvCorpusTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("corpora.dir", "../../shared/corpora"), "csv");

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void every_check_gives_its_rows_or_says_which_row_is_broken() throws IOException {
    Path file = present(FOLDER.resolve("rfc4180/checks.jsonl"));
    SoftAssertions softly = new SoftAssertions();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      JsonNode check = json.readTree(line);
      List<CsvRecord> read = read(check);
      boolean refused = read.stream().anyMatch(CsvRecord.Broken.class::isInstance);
      if (!(refused && check.get("may_reject").asBoolean())) {
        softly.assertThat(cells(read)).as(check.get("id").asText()).isEqualTo(rows(check));
      }
    }
    softly.assertAll();
    assertThat(lines).hasSizeGreaterThan(50);
  }

  @Test
  void every_file_gives_its_rows_by_the_names_of_its_columns() throws IOException {
    JsonNode expected = json.readTree(present(FOLDER.resolve("spectrum/expected.json")).toFile());
    int compared = 0;
    for (var file : expected.properties()) {
      byte[] bytes = Files.readAllBytes(FOLDER.resolve("spectrum", file.getKey()));
      CsvFile read = CsvFile.read(bytes);
      JsonNode rows =
          file.getValue().isArray() ? file.getValue() : json.createArrayNode().add(file.getValue());
      List<Map<String, String>> found = named(read);
      assertThat(found).as(file.getKey()).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        for (var cell : rows.get(i).properties()) {
          // one expected telephone number stands nowhere in its file
          if (!isNumberFromElsewhere(cell.getValue().asText(), read.encoding().decode(bytes))) {
            compared++;
            assertThat(found.get(i).get(cell.getKey()))
                .as("%s, %s", file.getKey(), cell.getKey())
                .isEqualTo(cell.getValue().asText());
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static boolean isNumberFromElsewhere(String expected, String file) {
    return expected.matches("\\d{10}") && !file.contains(expected);
  }

  private static List<CsvRecord> read(JsonNode check) {
    Dialect dialect =
        new Dialect(
            ',',
            Dialect.Comments.valueOf(check.get("comment_mode").asText()),
            check.get("skip_empty_lines").asBoolean()
                ? Dialect.EmptyLines.SKIP
                : Dialect.EmptyLines.READ);
    List<CsvRecord> read = new ArrayList<>();
    new CsvReader(check.get("input").asText(), dialect, CsvLimits.IMPORT)
        .forEachRemaining(read::add);
    return read;
  }

  private static List<List<String>> cells(List<CsvRecord> read) {
    return read.stream()
        .map(next -> next instanceof CsvRecord.Row row ? row.cells() : List.of("broken"))
        .toList();
  }

  private static List<List<String>> rows(JsonNode check) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode record : check.get("records")) {
      List<String> cells = new ArrayList<>();
      record.forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return rows;
  }

  private static List<Map<String, String>> named(CsvFile file) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (CsvRecord next : file.records()) {
      Map<String, String> row = new LinkedHashMap<>();
      List<String> cells = ((CsvRecord.Row) next).cells();
      for (int i = 0; i < cells.size(); i++) {
        row.put(file.header().get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Path present(Path file) {
    assumeTrue(Files.exists(file), () -> "no files at " + file + ": set -Dcorpora.dir");
    return file;
  }
}
