package com.salescopilot.model.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CsvReaderTest {

  @Test
  void rows_know_the_line_they_begin_on_whatever_ends_a_line() {
    assertThat(read("a,b\r\n\"x\ry\",2\n\n3,\"p\r\nq\"\r4,5").stream().map(CsvRecord::line))
        .containsExactly(1, 2, 5, 7);
  }

  @Test
  void a_quote_that_nobody_closes_costs_its_own_line_alone() {
    assertThat(read("a,b\n\"open,1\nc,2\nd,3\n"))
        .containsExactly(
            row(1, "a", "b"),
            new CsvRecord.Broken(2, "\"open,1", RowProblem.UNCLOSED_QUOTE),
            row(3, "c", "2"),
            row(4, "d", "3"));
  }

  @Test
  void a_quote_that_ends_amid_a_word_lines_below_was_never_closed() {
    assertThat(read("\"open,1\nc,2\nd,\"e\"\nf,4"))
        .containsExactly(
            new CsvRecord.Broken(1, "\"open,1", RowProblem.UNCLOSED_QUOTE),
            row(2, "c", "2"),
            row(3, "d", "e"),
            row(4, "f", "4"));
  }

  @Test
  void a_cell_may_be_ten_thousand_characters_long_and_no_longer() {
    String most = "x".repeat(10_000);
    assertThat(read(most + "\n\"" + most + "\"")).containsExactly(row(1, most), row(2, most));
    assertThat(read(most + "y,a\n\"" + most + "y\"\nok"))
        .extracting(next -> next instanceof CsvRecord.Broken broken ? broken.problem() : "read")
        .containsExactly(RowProblem.CELL_TOO_LONG, RowProblem.CELL_TOO_LONG, "read");
  }

  @Test
  void nothing_that_is_written_is_read_otherwise() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<List<String>> rows = HostileCells.table(random);
      CsvWriter out = new CsvWriter();
      rows.forEach(out::row);
      List<List<String>> back =
          read(out.text().substring(1)).stream()
              .map(next -> ((CsvRecord.Row) next).cells())
              .map(cells -> cells.stream().map(InertCell::plain).toList())
              .toList();
      assertThat(back).as("seed %d", seed).isEqualTo(rows);
    }
  }

  @Test
  void whatever_it_is_given_it_comes_to_an_end_and_passes_over_nothing_but_line_ends() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append("a\",\n\r;#\t |'=".charAt(random.nextInt(12)));
      }
      int letters = 0;
      for (CsvRecord next : read(text.toString())) {
        letters +=
            switch (next) {
              case CsvRecord.Row row -> count(String.join("", row.cells()));
              case CsvRecord.Broken broken -> count(broken.text());
            };
      }
      assertThat(letters).as("seed %d, %s", seed, text).isEqualTo(count(text.toString()));
    }
  }

  private static int count(String text) {
    return (int) text.chars().filter(c -> c == 'a').count();
  }

  private static List<CsvRecord> read(String text) {
    List<CsvRecord> read = new ArrayList<>();
    new CsvReader(text, Dialect.of(Delimiter.COMMA), CsvLimits.IMPORT).forEachRemaining(read::add);
    return read;
  }

  private static CsvRecord row(int line, String... cells) {
    return new CsvRecord.Row(line, List.of(cells));
  }
}
