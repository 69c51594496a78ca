package com.salescopilot.model.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What one level (workspace, mailbox or campaign) says of sending; what it leaves open is for the
/// others to say. [Rules] joins the levels.
///
/// @param days on which mail leaves
/// @param from the first local time of the recipient at which it leaves
/// @param to the first one at which it does not any more
/// @param holidays on which it does not
/// @param gapSeconds between two mails of a mailbox, on average
/// @param dailyCap the most mails of a mailbox in a day
/// @param ramp whether a mailbox that has sent little is held back
/// @param zone of recipients of whom nothing better is known, and of the mailbox's days
public record Policy(
    Optional<Set<DayOfWeek>> days,
    Optional<LocalTime> from,
    Optional<LocalTime> to,
    Optional<Holidays> holidays,
    OptionalInt gapSeconds,
    OptionalInt dailyCap,
    Optional<Boolean> ramp,
    Optional<ZoneId> zone) {
  /// A level that says nothing.
  public static final Policy NONE =
      new Policy(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /// A day is the longest gap.
  public static final int LONGEST_GAP = 86_400;

  static final int LARGEST_CAP = 100_000;

  public Policy {
    days = days.map(Policy::copy);
    if (days.filter(Set::isEmpty).isPresent()) {
      throw new IllegalArgumentException("a policy names at least one day, or none at all");
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException("a window ends after it began");
    }
    if (!isWithin(gapSeconds, LONGEST_GAP) || !isWithin(dailyCap, LARGEST_CAP)) {
      throw new IllegalArgumentException("a gap or a cap is out of reach");
    }
  }

  private static boolean isWithin(OptionalInt value, int most) {
    return value.isEmpty() || (value.getAsInt() >= 0 && value.getAsInt() <= most);
  }

  static Set<DayOfWeek> copy(Set<DayOfWeek> days) {
    EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
    sorted.addAll(days);
    return Collections.unmodifiableSet(sorted);
  }
}
