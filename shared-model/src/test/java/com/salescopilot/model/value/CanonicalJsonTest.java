package com.salescopilot.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 8785 with the examples of its sections 3.2.2 and 3.2.3.
final class CanonicalJsonTest {

  @Test
  void members_are_sorted_by_utf_16_units_and_blanks_are_gone() {
    assertThat(canonical("{ \"b\": 1, \"a\": {\"y\": [true, false], \"x\": \"\"} }"))
        .isEqualTo("{\"a\":{\"x\":\"\",\"y\":[true,false]},\"b\":1}");
    assertThat(canonical("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5}"))
        .isEqualTo("{\"\\r\":2,\"1\":4,\"€\":1,\"😀\":5,\"\ufb33\":3}");
  }

  @Test
  void only_what_must_be_escaped_is_escaped() {
    assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @ParameterizedTest
  @CsvSource({
    "333333333.33333329, 333333333.3333333",
    "1E30, 1e+30",
    "4.50, 4.5",
    "2e-3, 0.002",
    "0.000000000000000000000000001, 1e-27",
    "1.0, 1",
    "-0.0, 0",
    "1e21, 1e+21",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "-1.5e-9, -1.5e-9",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
  })
  void numbers_are_written_as_ecmascript_writes_them(String json, String expected) {
    assertThat(canonical(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"90077119925482417.0", "1e17", "-1e20", "123456789012345680000", "1e21", "1e300"})
  void every_number_that_is_written_is_read_again(String json) {
    String written = canonical(json);
    assertThat(canonical(written)).isEqualTo(written);
    String digits = new BigDecimal(json).toBigInteger().toString();
    assertThat(canonical(json.contains("e") ? digits : json))
        .as("as a database spells it")
        .isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740993", "-9223372036854775808", "90077119925482417"})
  void digits_that_name_no_double_exactly_are_refused(String json) {
    assertThatThrownBy(() -> canonical(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void one_and_one_point_zero_are_one_value() {
    assertThat(ValueJson.read(ValueJson.tree("1.0")))
        .isEqualTo(ValueJson.read(ValueJson.tree("1")));
  }

  @Test
  void doubled_members_trailing_text_and_deep_nesting_are_refused() {
    assertThatThrownBy(() -> ValueJson.tree("{\"a\":1,\"a\":2}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValueJson.tree("1 2")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValueJson.tree("[".repeat(65) + "]".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValueJson.tree("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_null_member_is_an_absent_one_and_null_in_a_list_is_refused() {
    assertThat(canonical("{\"a\":null,\"b\":1}")).isEqualTo("{\"b\":1}");
    assertThatThrownBy(() -> canonical("[null]")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String canonical(String json) {
    return CanonicalJson.of(ValueJson.read(ValueJson.tree(json)).orElseThrow());
  }
}
