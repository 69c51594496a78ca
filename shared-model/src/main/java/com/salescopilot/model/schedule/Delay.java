package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.DelayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// How long a step waits after the one before.
///
/// @param amount of days
public record Delay(int amount, DelayUnit unit) {
  /// More days than any step can wait for.
  private static final int LONGEST_SEARCH = 3_660;

  public Delay {
    if (amount < 0) {
      throw new IllegalArgumentException("a step does not leave before the one it follows");
    }
  }

  /// The same local time so many days later.
  ///
  /// @return empty if too few days are open
  Optional<Instant> after(Instant anchor, ZoneId zone, Rules rules) {
    if (amount == 0) {
      return Optional.of(anchor);
    }
    ZonedDateTime local = anchor.atZone(zone);
    Optional<LocalDate> day =
        switch (unit) {
          case CALENDAR -> Optional.of(local.toLocalDate().plusDays(amount));
          case BUSINESS -> businessDay(local.toLocalDate(), rules);
        };
    return day.map(date -> ZonedDateTime.of(date, local.toLocalTime(), zone).toInstant());
  }

  private Optional<LocalDate> businessDay(LocalDate start, Rules rules) {
    int left = amount;
    for (int days = 1; days <= LONGEST_SEARCH; days++) {
      LocalDate day = start.plusDays(days);
      if (rules.opens(day)) {
        left--;
        if (left == 0) {
          return Optional.of(day);
        }
      }
    }
    return Optional.empty();
  }
}
