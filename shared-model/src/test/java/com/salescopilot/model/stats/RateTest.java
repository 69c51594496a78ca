package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateTest {

  @ParameterizedTest
  @CsvSource({
    "310, 900,  0.3444, 0.3141, 0.3761",
    "62,  1240, 0.05,   0.0392, 0.0636",
    "0,   10,   0,      0,      0.2775",
    "10,  10,   1,      0.7225, 1",
    "1,   2,    0.5,    0.0945, 0.9055",
  })
  void a_rate_carries_its_wilson_interval(
      long num, long den, double rate, double low, double high) {
    Rate share = new Rate(num, den);
    assertThat(share.rate()).hasValue(rate);
    assertThat(share.low()).hasValue(low);
    assertThat(share.high()).hasValue(high);
  }

  @Test
  void without_anything_there_is_no_rate() {
    assertThat(new Rate(0, 0).json())
        .hasToString("{\"num\":0,\"den\":0,\"rate\":null,\"low\":null,\"high\":null}");
    assertThat(new Rate(62, 1240).json())
        .hasToString("{\"num\":62,\"den\":1240,\"rate\":0.05,\"low\":0.0392,\"high\":0.0636}");
  }

  @Test
  void the_interval_always_holds_the_rate_and_narrows_with_more_mails() {
    for (long den = 1; den <= 400; den++) {
      for (long num = 0; num <= den; num += 7) {
        Rate share = new Rate(num, den);
        double low = share.low().orElseThrow();
        double high = share.high().orElseThrow();
        assertThat(share.rate().orElseThrow()).isBetween(low, high);
        assertThat(low).isNotNegative();
        assertThat(high).isLessThanOrEqualTo(1);
        Rate ten = new Rate(num * 10, den * 10);
        assertThat(ten.high().orElseThrow() - ten.low().orElseThrow()).isLessThan(high - low);
      }
    }
  }

  @Test
  void a_share_is_never_more_than_the_whole() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 2));
  }
}
