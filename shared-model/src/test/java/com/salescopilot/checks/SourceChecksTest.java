package com.salescopilot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule that cannot fail holds nothing: here each check meets what it must find and what it must
/// leave alone.
final class SourceChecksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"select a from b\"",
        "\"SELECT pg_notify('x', '')\"",
        "\"select a, \" + \"b from c\"",
        "\"delete from \" + table",
        "\"update t set a = 1\"",
        "\"insert into t values (1)\"",
        "\"with x as (select 1) select\"",
        "\"create table t (a int)\"",
        "\"\"\"\n  select a\n  from b\n  \"\"\"",
        "name + run(\"select a from b\")",
      })
  void sql_is_found_in_a_literal(String expression) {
    assertThat(Sources.of(method("Object x = " + expression + ";")).find(new SqlText())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Select a prospect from the list\"",
        "\"selected from\"",
        "\"update\"",
        "\"with\" + name",
        "1 + 2",
        "/* select a from b */ \"\"",
      })
  void a_text_that_is_no_sql_is_left_alone(String expression) {
    assertThat(Sources.of(method("Object x = " + expression + ";")).find(new SqlText())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Thread.sleep(1);", "TimeUnit.SECONDS.sleep(1);", "java.lang.Thread.sleep(1);"})
  void a_sleep_is_found_with_its_line(String statement) {
    assertThat(Sources.of(method(statement)).find(new Sleeps())).containsExactly("/Example.java:3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case RED -> 1; default -> 2;",
        "case Colour.RED -> 1; case null, default -> 2;",
        "case RED: yield 1; default: yield 2;",
        "case Circle c -> 1; default -> 2;",
        "case Shape.Circle(int r) -> 1; default -> 2;",
      })
  void a_default_over_our_own_types_is_found(String cases) {
    assertThat(openSwitches(cases)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case RED -> 1; case GREEN -> 2;",
        "case \"RED\" -> 1; default -> 2;",
        "case 7 -> 1; default -> 2;",
        "case String s -> 1; default -> 2;",
        "case Circle c -> 1; case String s -> 2; default -> 3;",
      })
  void a_default_over_open_types_is_left_alone(String cases) {
    assertThat(openSwitches(cases)).isEmpty();
  }

  @Test
  void closed_types_are_read_from_the_source() {
    var closed = ClosedTypes.in(Sources.of(types()));
    assertThat(closed.constants()).containsExactlyInAnyOrder("RED", "GREEN");
    assertThat(closed.cases()).containsExactly("Circle");
  }

  private static Iterable<String> openSwitches(String cases) {
    var closed = ClosedTypes.in(Sources.of(types()));
    return Sources.of(method("int x = switch (y) { " + cases + " };"))
        .find(new OpenSwitches(closed));
  }

  private static String types() {
    return """
    enum Colour { RED, GREEN { int x() { return 1; } }; static final Object OTHER = new Object(); }
    sealed interface Shape { record Circle(int radius) implements Shape {} }
    record Alone() {}
    """;
  }

  private static String method(String body) {
    return "class Example {\n  void run() {\n" + body + "\n  }\n}\n";
  }
}
