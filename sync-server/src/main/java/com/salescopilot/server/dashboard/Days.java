package com.salescopilot.server.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// Local days that end with today.
///
/// @param now lies in the last of them
/// @param count how many
record Days(ZoneId zone, Instant now, int count) {

  /// The dates, the oldest first.
  List<LocalDate> dates() {
    LocalDate first = now.atZone(zone).toLocalDate().minusDays(count - 1L);
    return IntStream.range(0, count).mapToObj(first::plusDays).toList();
  }

  /// Where each day starts, and where the last one ends; a day has 23 to 25 hours.
  List<Instant> bounds() {
    LocalDate first = dates().getFirst();
    return IntStream.rangeClosed(0, count)
        .mapToObj(day -> first.plusDays(day).atStartOfDay(zone).toInstant())
        .toList();
  }
}
