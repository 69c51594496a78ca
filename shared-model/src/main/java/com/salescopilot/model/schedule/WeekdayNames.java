package com.salescopilot.model.schedule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;

/// `MON` to `SUN`.
final class WeekdayNames {
  private static final int LETTERS = 3;

  private WeekdayNames() {}

  static Optional<DayOfWeek> read(String name) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> write(day).equals(name)).findFirst();
  }

  static String write(DayOfWeek day) {
    return day.name().substring(0, LETTERS);
  }
}
