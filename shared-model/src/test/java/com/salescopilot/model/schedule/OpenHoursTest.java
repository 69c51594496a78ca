package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class OpenHoursTest {
  @Test
  void in_every_zone_the_hours_are_those_of_the_clock_also_when_clocks_change() {
    SplittableRandom dice = new SplittableRandom(20_261_128);
    int zones = 0;
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      ZoneId zone = ZoneId.of(id);
      Instant year = Instant.parse("2026-01-01T00:00:00Z");
      ZoneOffsetTransition change = zone.getRules().nextTransition(year);
      if (change == null || change.getInstant().isAfter(year.plus(Duration.ofDays(365)))) {
        continue;
      }
      zones++;
      for (int i = 0; i < 40; i++) {
        int from = dice.nextInt(i < 20 ? 4 * 60 : 23 * 60);
        LocalTime opens = LocalTime.ofSecondOfDay(from * 60L);
        LocalTime closes = opens.plusMinutes(1 + dice.nextInt(Math.min(600, 23 * 60 + 59 - from)));
        Predicate<LocalDate> days = i % 2 == 0 ? _ -> true : OpenHoursTest::isWorkday;
        OpenHours hours = new OpenHours(zone, days, opens, closes);
        NaiveHours naive = new NaiveHours(List.of(new NaiveHours.Clock(zone, days, opens, closes)));
        Instant at = change.getInstant().plusSeconds(dice.nextInt(60 * 3_600) - 36 * 3_600L);
        assertThat(hours.next(at, at.plus(Duration.ofDays(366))).map(OpenHours.Span::from))
            .as("%s from %s to %s at %s", id, opens, closes, at)
            .isEqualTo(naive.fit(at));
      }
    }
    assertThat(zones).isGreaterThan(150);
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  @Test
  void an_hour_that_does_not_come_is_not_open_and_one_that_comes_twice_is_open_twice() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    OpenHours night = new OpenHours(berlin, _ -> true, LocalTime.of(2, 15), LocalTime.of(2, 45));
    Instant spring = Instant.parse("2026-03-29T00:00:00Z");
    assertThat(from(night, spring)).contains(Instant.parse("2026-03-30T00:15:00Z"));
    Instant autumn = Instant.parse("2026-10-25T00:00:00Z");
    assertThat(from(night, autumn)).contains(Instant.parse("2026-10-25T00:15:00Z"));
    assertThat(from(night, autumn.plus(Duration.ofMinutes(50))))
        .contains(Instant.parse("2026-10-25T01:15:00Z"));
  }

  @Test
  void hours_that_end_before_they_begin_never_come() {
    OpenHours never =
        new OpenHours(ZoneId.of("UTC"), _ -> true, LocalTime.of(17, 0), LocalTime.of(9, 0));
    assertThat(from(never, Instant.EPOCH)).isEmpty();
  }

  private static Optional<Instant> from(OpenHours hours, Instant at) {
    return hours.next(at, at.plus(Duration.ofDays(366))).map(OpenHours.Span::from);
  }
}
