package com.salescopilot.model.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InertCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;=cmd|' /C calc'!A0;b",
        "a;\"=1+1;b",
        "a|+1",
        "a\n=1+1",
        "a;;@SUM(1)",
        "a;'\"-1",
        "a\t＝1",
      })
  void half_of_a_cell_is_no_formula_where_spreadsheets_split_by_another_delimiter(String cell) {
    String text = new CsvWriter().row(List.of("x", cell)).text();
    for (Delimiter delimiter : Delimiter.values()) {
      assertThat(Spreadsheet.cells(text, delimiter.character()))
          .as("split by %s", delimiter)
          .noneMatch(read -> read.matches("(?s)[=+\\-@＝].*"));
    }
    assertThat(InertCell.plain(InertCell.guarded(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {"=1~'=1", "'=1~''=1", "a=1~a=1", "it's~it's", "a;=1~a;'=1", "a;b~a;b", "\"=~'\"="})
  void one_apostrophe_stands_before_what_would_begin_a_formula(String cell, String guarded) {
    assertThat(InertCell.guarded(cell)).isEqualTo(guarded);
    assertThat(InertCell.plain(guarded)).isEqualTo(cell);
  }

  @Test
  void whatever_is_guarded_comes_back() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      String cell = HostileCells.cell(random);
      assertThat(InertCell.plain(InertCell.guarded(cell))).as("seed %d", seed).isEqualTo(cell);
    }
  }
}
