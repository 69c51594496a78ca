package com.salescopilot.model.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvFileTest {
  private static final String TEXT = "E-Mail;Größe\nana@x.example;klein\n";

  @Test
  void the_encoding_is_what_the_mark_says_or_else_what_the_bytes_can_be() {
    assertThat(CsvFile.read(TEXT.getBytes(UTF_8)))
        .returns(Encoding.UTF_8, CsvFile::encoding)
        .returns(List.of("E-Mail", "Größe"), CsvFile::header);
    assertThat(CsvFile.read(("\ufeff" + TEXT).getBytes(UTF_8)))
        .returns(Encoding.UTF_8, CsvFile::encoding)
        .returns(List.of("E-Mail", "Größe"), CsvFile::header);
    assertThat(CsvFile.read(("\ufeff" + TEXT).getBytes(UTF_16LE)))
        .returns(Encoding.UTF_16LE, CsvFile::encoding)
        .returns(List.of("E-Mail", "Größe"), CsvFile::header);
    assertThat(CsvFile.read(("\ufeff" + TEXT).getBytes(UTF_16BE)))
        .returns(Encoding.UTF_16BE, CsvFile::encoding)
        .returns(List.of("E-Mail", "Größe"), CsvFile::header);
    assertThat(CsvFile.read(TEXT.getBytes(Charset.forName("windows-1252"))))
        .returns(Encoding.WINDOWS_1252, CsvFile::encoding)
        .returns(List.of("E-Mail", "Größe"), CsvFile::header);
  }

  @Test
  void the_delimiter_is_the_one_that_cuts_the_first_rows_alike_and_most_often() {
    assertThat(Delimiter.sniff("a,b;c\n1,2;3\n")).isEqualTo(Delimiter.COMMA);
    assertThat(Delimiter.sniff("a;b;c,d\n1;2;3,4\n")).isEqualTo(Delimiter.SEMICOLON);
    assertThat(Delimiter.sniff("name\tvalue\n1,5\t2\n")).isEqualTo(Delimiter.TAB);
    assertThat(Delimiter.sniff("a|b\n\"x|y\"|z\n")).isEqualTo(Delimiter.PIPE);
    assertThat(Delimiter.sniff("a;b\n1;2;3\n")).isEqualTo(Delimiter.COMMA);
    assertThat(Delimiter.sniff("email\nana@x.example\n")).isEqualTo(Delimiter.COMMA);
    assertThat(Delimiter.sniff("")).isEqualTo(Delimiter.COMMA);
  }

  @Test
  void rows_beyond_the_first_ten_do_not_change_the_delimiter() {
    assertThat(Delimiter.sniff("a;b\n" + "1;2\n".repeat(9) + "1;2;3\n"))
        .isEqualTo(Delimiter.SEMICOLON);
  }

  @Test
  void fifty_thousand_rows_and_two_hundred_columns_are_read_and_no_more() {
    assertThat(CsvFile.read(("email\n" + "a@x.example\n".repeat(50_000)).getBytes(UTF_8)).records())
        .hasSize(50_000);
    assertRefused("email\n" + "a@x.example\n".repeat(50_001), CsvException.Problem.TOO_MANY_ROWS);
    assertThat(CsvFile.read(columns(200).getBytes(UTF_8)).header()).hasSize(200);
    assertRefused(columns(201), CsvException.Problem.TOO_MANY_COLUMNS);
  }

  @Test
  void a_file_without_a_header_is_refused_and_blank_rows_are_passed_over() {
    assertRefused("", CsvException.Problem.EMPTY);
    assertRefused("\n,,\n", CsvException.Problem.EMPTY);
    assertThat(CsvFile.read("a,b\n,\n1,2\n\n , \n".getBytes(UTF_8)).records())
        .containsExactly(new CsvRecord.Row(3, List.of("1", "2")));
  }

  private static String columns(int number) {
    return String.join(",", Collections.nCopies(number, "c"));
  }

  private static void assertRefused(String file, CsvException.Problem problem) {
    assertThatThrownBy(() -> CsvFile.read(file.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            CsvException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
