package com.salescopilot.model.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutOfOfficeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FRIDAY = Instant.parse("2026-10-23T12:00:00Z");

  @Test
  void it_goes_on_at_the_start_of_the_day_after_the_return_also_across_a_change_of_clocks() {
    assertThat(back("2026-10-26")).isEqualTo(Instant.parse("2026-10-26T23:00:00Z"));
    assertThat(back("2026-10-23")).isEqualTo(Instant.parse("2026-10-23T22:00:00Z"));
  }

  @Test
  void without_a_date_it_goes_on_after_five_business_days() {
    assertThat(OutOfOffice.resumeAt(Optional.empty(), FRIDAY, BERLIN))
        .isEqualTo(Instant.parse("2026-10-29T23:00:00Z"));
    assertThat(back("2026-10-01"))
        .as("a date that is past says nothing")
        .isEqualTo(Instant.parse("2026-10-29T23:00:00Z"));
  }

  @Test
  void nobody_is_waited_for_longer_than_60_days() {
    assertThat(back("2027-10-01")).isEqualTo(FRIDAY.plus(Duration.ofDays(60)));
  }

  private static Instant back(String date) {
    return OutOfOffice.resumeAt(Optional.of(LocalDate.parse(date)), FRIDAY, BERLIN);
  }
}
