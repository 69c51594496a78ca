package com.salescopilot.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, a, 0",
    "ab, ba, 1",
    "abc, ac, 1",
    "ac, abc, 1",
    "abc, axc, 1",
    "abcd, badc, 2",
    "'', ab, 2",
    "kitten, sittin, 2",
  })
  void slips_are_counted_both_ways(String a, String b, int distance) {
    assertThat(EditDistance.within(2, a, b)).isEqualTo(distance);
    assertThat(EditDistance.within(2, b, a)).isEqualTo(distance);
  }

  @Test
  void beyond_the_limit_only_that_is_told() {
    assertThat(EditDistance.within(2, "abcdef", "abc")).isGreaterThan(2);
    assertThat(EditDistance.within(2, "kitten", "sitting")).isGreaterThan(2);
    assertThat(EditDistance.within(2, "x".repeat(1_000_000), "abc")).isGreaterThan(2);
  }
}
