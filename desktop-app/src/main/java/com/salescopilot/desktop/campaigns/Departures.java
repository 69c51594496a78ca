package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Held;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.ReasonCode;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What would leave of a campaign, mail after mail.
///
/// @param played whether it is only played: the campaign does not run, or people answer by chance
/// @param perDay of the next 30 days, the first one today
/// @param ends how enrolments stand in the end; empty for a plan that does not go so far
record Departures(
    Instant asOf,
    boolean played,
    List<Departure> mails,
    List<Day> perDay,
    Map<HeldCode, Integer> held,
    Map<EnrolmentStatus, Integer> ends) {
  static final int DAYS = 30;

  /// With these numbers somebody plays it: the same ones give the same answers.
  private static final long SEED = 1;

  /// A mail.
  ///
  /// @param wording empty if no variant of its step has a share
  /// @param subject with its fields
  record Departure(
      UUID email,
      Instant at,
      Optional<Doc> person,
      Optional<Doc> company,
      int position,
      Optional<Doc> wording,
      String subject,
      ReasonCode binding) {}

  /// How many leave on a day.
  record Day(LocalDate date, int count) {}

  /// As things stand if it runs, else as if it went on now; nobody answers.
  static Departures silent(Outlook outlook, ZoneId zone) {
    if (outlook.status() != CampaignStatus.ACTIVE) {
      return of(outlook, outlook.silent(), zone);
    }
    Plan plan = outlook.plan();
    UUID campaign = outlook.campaign().id();
    List<UUID> members =
        outlook.state().enrolments().stream()
            .filter(place -> place.campaignId().equals(campaign))
            .map(place -> place.id())
            .toList();
    List<Slot> slots =
        plan.slots().stream()
            .filter(
                slot -> slot.step().filter(step -> step.campaignId().equals(campaign)).isPresent())
            .toList();
    List<Held> held =
        plan.held().stream()
            .filter(mail -> mail.enrolmentId().filter(members::contains).isPresent())
            .toList();
    return made(outlook, false, slots, held, Map.of(), zone);
  }

  /// As if it went on now, and people answered by chance as often as is usual.
  static Departures played(Outlook outlook, ZoneId zone) {
    return of(outlook, outlook.played(SEED, Rehearsal.Rates.USUAL), zone);
  }

  private static Departures of(Outlook outlook, Rehearsal played, ZoneId zone) {
    Map<EnrolmentStatus, Integer> ends = new EnumMap<>(EnrolmentStatus.class);
    played.ends().values().forEach(status -> ends.merge(status, 1, Integer::sum));
    return made(outlook, true, played.slots(), played.held(), ends, zone);
  }

  private static Departures made(
      Outlook outlook,
      boolean played,
      List<Slot> slots,
      List<Held> held,
      Map<EnrolmentStatus, Integer> ends,
      ZoneId zone) {
    Map<HeldCode, Integer> waiting = new EnumMap<>(HeldCode.class);
    held.forEach(mail -> waiting.merge(mail.code(), 1, Integer::sum));
    LocalDate today = LocalDate.ofInstant(outlook.asOf(), zone);
    Map<LocalDate, Integer> counts = new HashMap<>();
    slots.forEach(slot -> counts.merge(LocalDate.ofInstant(slot.at(), zone), 1, Integer::sum));
    List<Day> days = new ArrayList<>();
    today
        .datesUntil(today.plusDays(DAYS))
        .forEach(day -> days.add(new Day(day, counts.getOrDefault(day, 0))));
    return new Departures(
        outlook.asOf(),
        played,
        slots.stream().map(slot -> departure(outlook, slot)).collect(Collectors.toList()),
        days,
        waiting,
        ends);
  }

  private static Departure departure(Outlook outlook, Slot slot) {
    Slot.StepMail step = slot.step().orElseThrow();
    return new Departure(
        slot.emailId(),
        slot.at(),
        Optional.ofNullable(outlook.people().get(step.prospectId())),
        Optional.ofNullable(outlook.companies().get(step.prospectId())),
        step.position(),
        outlook.wording(step.enrolmentId(), step.position()),
        outlook.subject(step.enrolmentId(), step.position()),
        slot.binding());
  }
}
