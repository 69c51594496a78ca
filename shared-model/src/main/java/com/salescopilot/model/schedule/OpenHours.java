package com.salescopilot.model.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.function.Predicate;

/// The instants at which a clock somewhere shows an open hour of an open day. Where clocks are put
/// back, an hour that comes twice is open twice; where they are put forward, an hour that does not
/// come is not open.
final class OpenHours {
  private final ZoneRules zone;
  private final Predicate<LocalDate> opens;
  private final LocalTime from;
  private final LocalTime to;

  OpenHours(ZoneId zone, Predicate<LocalDate> opens, LocalTime from, LocalTime to) {
    this.zone = zone.getRules();
    this.opens = opens;
    this.from = from;
    this.to = to;
  }

  /// A stretch of time.
  ///
  /// @param until the first instant that is not part of it
  record Span(Instant from, Instant until) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /// From the first open instant at or after `at` as long as it is open; empty if that begins at
  /// `limit` or later.
  Optional<Span> next(Instant at, Instant limit) {
    if (!from.isBefore(to)) {
      return Optional.empty();
    }
    Instant searched = at;
    while (searched.isBefore(limit)) {
      ZoneOffset offset = zone.getOffset(searched);
      Instant end = steadyUntil(searched);
      Optional<Span> found = next(searched, end.isBefore(limit) ? end : limit, end, offset);
      if (found.isPresent()) {
        return found;
      }
      searched = end;
    }
    return Optional.empty();
  }

  /// The same while the clock goes evenly.
  private Optional<Span> next(Instant at, Instant limit, Instant end, ZoneOffset offset) {
    LocalDateTime local = LocalDateTime.ofInstant(at, offset);
    LocalDate day = local.toLocalDate();
    if (!local.toLocalTime().isBefore(to)) {
      day = day.plusDays(1);
    }
    for (; ; day = day.plusDays(1)) {
      Instant opening = day.atTime(from).toInstant(offset);
      if (!opening.isBefore(limit)) {
        return Optional.empty();
      }
      if (opens.test(day)) {
        Instant closing = day.atTime(to).toInstant(offset);
        return Optional.of(
            new Span(opening.isBefore(at) ? at : opening, closing.isBefore(end) ? closing : end));
      }
    }
  }

  private Instant steadyUntil(Instant at) {
    if (zone.isFixedOffset()) {
      return Instant.MAX;
    }
    ZoneOffsetTransition transition = zone.nextTransition(at);
    return transition == null ? Instant.MAX : transition.getInstant();
  }
}
