package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TrackingTest {

  @Test
  void the_more_private_of_two_modes_wins() {
    for (Tracking wish : Tracking.values()) {
      assertThat(wish.atMost(Tracking.IDENTIFIED)).isEqualTo(wish);
      assertThat(wish.atMost(Tracking.OFF)).isEqualTo(Tracking.OFF);
    }
    assertThat(Tracking.IDENTIFIED.atMost(Tracking.ANONYMOUS)).isEqualTo(Tracking.ANONYMOUS);
    assertThat(Tracking.OFF.atMost(Tracking.ANONYMOUS)).isEqualTo(Tracking.OFF);
  }
}
