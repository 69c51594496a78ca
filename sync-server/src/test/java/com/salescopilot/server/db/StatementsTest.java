package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {

  @Test
  void names_become_places_in_order_and_may_repeat() {
    Sql sql =
        parse("-- name: one\nselect a from t where w = :ws and (b = :id or c = :id) limit :n;\n")
            .get("one");
    assertThat(sql.name()).isEqualTo("File.one");
    assertThat(sql.text()).isEqualTo("select a from t where w = ? and (b = ? or c = ?) limit ?");
    assertThat(sql.parameters()).containsExactly("ws", "id", "id", "n");
  }

  @Test
  void a_file_holds_many_statements_with_their_notes() {
    Statements statements =
        parse(
            """
            -- about the file
            -- name: one
            -- carried by t_pk
            select 1

            -- name: two
            -- worker: reads all
            select :a;
            """);
    assertThat(statements.names()).containsExactly("one", "two");
    assertThat(statements.get("one").notes()).containsExactly("carried by t_pk");
    assertThat(statements.get("two").notes()).containsExactly("worker: reads all");
    assertThat(statements.get("two").text()).isEqualTo("select ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ':a'",
        "select 'it''s :a'",
        "select E'it\\'s :a'",
        "select \":a\"",
        "select $$ :a $$",
        "select $tag$ :a $$ :b $tag$",
        "select 1 /* :a /* :b */ :c */",
        "select 1 -- :a",
        "select x::jsonb, y :: text",
        "select a[1:2], a[b:2]",
        "call f(a := 1)",
        "select j ?? 'key'",
      })
  void what_only_looks_like_a_parameter_stays(String text) {
    Sql sql = parse("-- name: one\n" + text).get("one");
    assertThat(sql.text()).isEqualTo(text);
    assertThat(sql.parameters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      textBlock =
          """
          select :a::uuid[]        => select ?::uuid[]
          values (:a,:a)           => values (?,?)
          select a[:a]             => select a[?]
          select 'x' || :a || ':a' => select 'x' || ? || ':a'
          select b-:a              => select b-?
          """)
  void parameters_are_found_beside_casts_quotes_and_operators(String text, String expected) {
    Sql sql = parse("-- name: one\n" + text).get("one");
    assertThat(sql.text()).isEqualTo(expected);
    assertThat(sql.parameters()).isNotEmpty().allMatch("a"::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "-- name: one\n",
        "-- name: one\nselect 1\n-- name: one\nselect 2",
        "-- name: one\nselect 'open",
        "-- name: one\nselect /* open",
        "-- name: one\nselect $$ open",
        "-- name: one\nselect j ? 'key'",
      })
  void a_file_that_is_wrong_does_not_load(String text) {
    assertThatIllegalStateException().isThrownBy(() -> parse(text)).withMessageContaining("File");
  }

  @Test
  void a_missing_name_or_file_says_what_there_is() {
    assertThatIllegalStateException()
        .isThrownBy(() -> parse("-- name: one\nselect 1").get("onne"))
        .withMessageContaining("[one]");
    assertThatIllegalStateException()
        .isThrownBy(() -> Statements.load(StatementsTest.class))
        .withMessageContaining("StatementsTest.sql");
  }

  @Test
  void a_parameter_without_a_value_a_second_value_and_an_unknown_type_are_refused() {
    Sql sql = parse("-- name: one\nselect :a").get("one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.of("b", 1).placed(sql))
        .withMessageContaining(":a");
    assertThatIllegalArgumentException().isThrownBy(() -> Args.of("a", 1).and("a", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Args.of("a", this).placed(sql));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.of("a", List.of(List.of(1))).placed(sql));
  }

  private static Statements parse(String text) {
    return Statements.parse("File", text);
  }
}
