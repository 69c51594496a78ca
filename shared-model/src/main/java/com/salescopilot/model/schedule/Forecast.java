package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.HeldCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What of a campaign leaves in the next days, if nothing happens from outside.
///
/// @param perDay of the zone asked for, the first one today, also the days on which nothing leaves
/// @param held how many mails have no instant in these days, and why
public record Forecast(
    Instant asOf, List<DayCount> perDay, List<Slot> slots, Map<HeldCode, Integer> held) {
  /// The days that are looked ahead unless somebody asks for others.
  public static final int DAYS = 30;

  public Forecast {
    perDay = List.copyOf(perDay);
    slots = List.copyOf(slots);
    held = Map.copyOf(held);
  }

  /// How many mails leave on a day.
  public record DayCount(LocalDate date, int count) {}

  /// Looks ahead. All that its mailbox sends is planned, as campaigns wait for each other.
  ///
  /// @param workspace its level of the policy
  /// @param days today included
  public static Forecast of(
      State state, UUID campaign, Instant now, Policy workspace, ZoneId zone, int days) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant end = today.plusDays(days).atStartOfDay(zone).toInstant();
    Plan plan =
        Planner.plan(state.around(campaign), now, workspace, end.minus(Duration.ofNanos(1)));
    List<Slot> slots =
        plan.slots().stream()
            .filter(
                slot -> slot.step().map(Slot.StepMail::campaignId).equals(Optional.of(campaign)))
            .toList();
    Map<LocalDate, Integer> counts = new HashMap<>();
    slots.forEach(slot -> counts.merge(slot.at().atZone(zone).toLocalDate(), 1, Integer::sum));
    List<DayCount> perDay = new ArrayList<>();
    for (LocalDate day : today.datesUntil(today.plusDays(days)).toList()) {
      perDay.add(new DayCount(day, counts.getOrDefault(day, 0)));
    }
    return new Forecast(now, perDay, slots, held(plan, state, campaign));
  }

  private static Map<HeldCode, Integer> held(Plan plan, State state, UUID campaign) {
    Set<UUID> members =
        state.enrolments().stream()
            .filter(enrolment -> enrolment.campaignId().equals(campaign))
            .map(State.Enrolment::id)
            .collect(Collectors.toSet());
    Map<HeldCode, Integer> held = new EnumMap<>(HeldCode.class);
    for (Held mail : plan.held()) {
      if (mail.enrolmentId().filter(members::contains).isPresent()) {
        held.merge(mail.code(), 1, Integer::sum);
      }
    }
    return held;
  }
}
