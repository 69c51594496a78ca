package com.salescopilot.model.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// Local days that end with today.
///
/// @param now lies in the last of them
/// @param count how many
public record Days(ZoneId zone, Instant now, int count) {

  public Days {
    if (count < 1) {
      throw new IllegalArgumentException("there is at least one day");
    }
  }

  /// The dates, the oldest first.
  public List<LocalDate> dates() {
    LocalDate first = now.atZone(zone).toLocalDate().minusDays(count - 1L);
    return IntStream.range(0, count).mapToObj(first::plusDays).toList();
  }

  /// Where each day starts, and where the last one ends; a day has 23 to 25 hours.
  public List<Instant> bounds() {
    LocalDate first = dates().getFirst();
    return IntStream.rangeClosed(0, count)
        .mapToObj(day -> first.plusDays(day).atStartOfDay(zone).toInstant())
        .toList();
  }

  /// As many days that end right before these begin.
  public Days before() {
    return new Days(zone, bounds().getFirst().minusNanos(1), count);
  }
}
