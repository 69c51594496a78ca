package com.salescopilot.model.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What holds for a campaign's mails once every level was heard: of the values that levels set the
/// strictest, of zones the most specific, and a default only where no level says anything. No level
/// can so be bypassed by another, and none has to repeat the others.
///
/// @param days may be empty, if levels leave no day that all of them allow
/// @param from may be after `to`, if levels leave no hour that all of them allow
public record Rules(
    Set<DayOfWeek> days,
    LocalTime from,
    LocalTime to,
    Holidays holidays,
    int gapSeconds,
    int dailyCap,
    boolean ramp,
    ZoneId zone) {
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final int GAP_SECONDS = 120;
  private static final int DAILY_CAP = 50;

  public Rules {
    days = Policy.copy(days);
  }

  /// Joins levels.
  ///
  /// @param levels from the most general to the most specific
  public static Rules of(List<Policy> levels) {
    return new Rules(
        values(levels, Policy::days).reduce(Rules::common).orElse(WORKDAYS),
        values(levels, Policy::from).max(Comparator.naturalOrder()).orElse(OPENS),
        values(levels, Policy::to).min(Comparator.naturalOrder()).orElse(CLOSES),
        values(levels, Policy::holidays).reduce(Holidays::and).orElse(Holidays.NONE),
        numbers(levels, Policy::gapSeconds).max().orElse(GAP_SECONDS),
        numbers(levels, Policy::dailyCap).min().orElse(DAILY_CAP),
        values(levels, Policy::ramp).reduce(Boolean::logicalOr).orElse(true),
        values(levels, Policy::zone).reduce((_, specific) -> specific).orElse(ZoneOffset.UTC));
  }

  /// Whether mails leave on this local day of the recipient.
  boolean opens(LocalDate date) {
    return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
  }

  private static Set<DayOfWeek> common(Set<DayOfWeek> one, Set<DayOfWeek> other) {
    EnumSet<DayOfWeek> both = EnumSet.noneOf(DayOfWeek.class);
    both.addAll(one);
    both.retainAll(other);
    return both;
  }

  private static <T> Stream<T> values(List<Policy> levels, Function<Policy, Optional<T>> of) {
    return levels.stream().map(of).flatMap(Optional::stream);
  }

  private static IntStream numbers(List<Policy> levels, Function<Policy, OptionalInt> of) {
    return levels.stream().map(of).flatMapToInt(OptionalInt::stream);
  }
}
