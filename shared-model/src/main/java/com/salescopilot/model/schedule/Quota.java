package com.salescopilot.model.schedule;

import com.salescopilot.model.stats.Capacity;
import com.salescopilot.model.stats.SentDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// What a mailbox sends per day, in the plan and before.
final class Quota {
  private final ZoneId zone;
  private final Map<LocalDate, SentDay> days;
  private final Map<LocalDate, Integer> capacities = new HashMap<>();

  Quota(ZoneId zone, Map<LocalDate, SentDay> sent) {
    this.zone = zone;
    days = new HashMap<>(sent);
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  int sent(LocalDate day) {
    return days.getOrDefault(day, SentDay.NONE).sent();
  }

  /// By the days before, which are over when it is asked for.
  int capacity(LocalDate day) {
    return capacities.computeIfAbsent(day, date -> Capacity.on(date, days));
  }

  void count(Instant at, Outcome outcome) {
    SentDay day = days.getOrDefault(day(at), SentDay.NONE);
    days.put(
        day(at),
        switch (outcome) {
          case BOUNCED -> day.andBounced();
          case SENT, REPLIED, OUT_OF_OFFICE, UNSUBSCRIBED -> day.andSent();
        });
  }
}
