package com.salescopilot.model.campaign;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// When to go on with somebody who is out of the office.
public final class OutOfOffice {
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int USUAL_DAYS = 5;

  private OutOfOffice() {}

  /// The start of the day after the one on which they are back; where none is known, after five
  /// business days. At most 60 days from now, and never before now.
  ///
  /// @param back the date that the answer names
  /// @param zone the recipient's
  public static Instant resumeAt(Optional<LocalDate> back, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day =
        back.filter(date -> !date.isBefore(today))
            .map(date -> date.plusDays(1))
            .orElseGet(() -> usual(today));
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant last = now.plus(LONGEST);
    return start.isAfter(last) ? last : start;
  }

  private static LocalDate usual(LocalDate today) {
    LocalDate day = today;
    for (int counted = 0; counted < USUAL_DAYS; ) {
      day = day.plusDays(1);
      boolean open =
          day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
      counted += open ? 1 : 0;
    }
    return day;
  }
}
