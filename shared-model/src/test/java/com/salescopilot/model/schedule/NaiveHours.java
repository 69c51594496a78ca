package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.State.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Open hours by reading the clocks: whatever is open begins at an opening time that some clock
/// shows, or where a clock is changed.
final class NaiveHours {
  private static final int REACH = 366;

  private final List<Clock> clocks;
  private final Map<Instant, Optional<Instant>> known = new HashMap<>();

  NaiveHours(List<Clock> clocks) {
    this.clocks = clocks;
  }

  /// Somebody's hours.
  record Clock(ZoneId zone, Predicate<LocalDate> opens, LocalTime from, LocalTime to) {
    boolean isOpen(Instant at) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      return opens.test(local.toLocalDate())
          && !local.toLocalTime().isBefore(from)
          && local.toLocalTime().isBefore(to);
    }
  }

  static NaiveHours of(Lane lane, Mailbox mailbox, ZoneId mailboxZone) {
    List<Clock> clocks = new ArrayList<>();
    Rules rules = lane.rules();
    clocks.add(new Clock(lane.zone(), rules::opens, rules.from(), rules.to()));
    mailbox
        .window()
        .ifPresent(
            window ->
                clocks.add(
                    new Clock(
                        mailboxZone,
                        day -> window.days().contains(day.getDayOfWeek()),
                        window.from(),
                        window.to())));
    return new NaiveHours(clocks);
  }

  boolean isOpen(Instant at) {
    return clocks.stream().allMatch(clock -> clock.isOpen(at));
  }

  Optional<Instant> fit(Instant at) {
    return known.computeIfAbsent(at, this::search);
  }

  private Optional<Instant> search(Instant at) {
    if (isOpen(at)) {
      return Optional.of(at);
    }
    Instant limit = at.plus(Duration.ofDays(REACH));
    for (int day = 0; day < REACH; day++) {
      Instant from = at.plus(Duration.ofDays(day));
      Instant to = from.plus(Duration.ofDays(1));
      Optional<Instant> first =
          clocks.stream()
              .flatMap(clock -> beginnings(clock, from, to).stream())
              .filter(begin -> !begin.isBefore(from) && begin.isBefore(limit) && isOpen(begin))
              .min(Instant::compareTo);
      if (first.filter(begin -> begin.isBefore(to)).isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private static List<Instant> beginnings(Clock clock, Instant from, Instant to) {
    List<Instant> beginnings = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(to, clock.zone()).plusDays(1);
    LocalDate day = LocalDate.ofInstant(from, clock.zone()).minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDateTime opening = day.atTime(clock.from());
      for (ZoneOffset offset : clock.zone().getRules().getValidOffsets(opening)) {
        beginnings.add(opening.toInstant(offset));
      }
    }
    ZoneOffsetTransition change = clock.zone().getRules().nextTransition(from.minusNanos(1));
    while (change != null && change.getInstant().isBefore(to)) {
      beginnings.add(change.getInstant());
      change = clock.zone().getRules().nextTransition(change.getInstant());
    }
    return beginnings;
  }
}
