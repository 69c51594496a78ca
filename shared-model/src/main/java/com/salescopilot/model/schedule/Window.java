package com.salescopilot.model.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/// The hours of a week in which a mailbox sends, by its own clock.
///
/// @param from the first local time
/// @param to the first one that is not part of it any more
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  public Window {
    days = Policy.copy(days);
  }
}
