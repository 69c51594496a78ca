package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.remote.Forecasts;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.schedule.Held;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.ReasonCode;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What would leave of a campaign, mail after mail.
///
/// @param certainty whether the server says so, or this machine by what it knows
/// @param perDay of the next 30 days, the first one today
/// @param ends how enrolments stand in the end; empty for a plan that does not go so far
record Departures(
    Instant asOf,
    Certainty certainty,
    List<Departure> mails,
    List<Day> perDay,
    Map<HeldCode, Integer> held,
    Map<EnrolmentStatus, Integer> ends) {
  static final int DAYS = 30;

  /// With these numbers somebody plays it: the same ones give the same answers.
  static final long SEED = 1;

  static final Rehearsal.Rates CHANCES = Rehearsal.Rates.USUAL;

  /// Who answers in what is played.
  enum Answers {
    NOBODY,
    BY_CHANCE
  }

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

  /// By what is known here: as things stand if it runs, else as if it went on now.
  static Departures estimated(Outlook outlook, Answers answers, ZoneId zone) {
    return switch (answers) {
      case NOBODY -> silent(outlook, zone);
      case BY_CHANCE -> of(outlook, outlook.played(SEED, CHANCES), zone);
    };
  }

  private static Departures silent(Outlook outlook, ZoneId zone) {
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
    return made(outlook, slots, held, Map.of(), zone);
  }

  private static Departures of(Outlook outlook, Rehearsal played, ZoneId zone) {
    Map<EnrolmentStatus, Integer> ends = new EnumMap<>(EnrolmentStatus.class);
    played.ends().values().forEach(status -> ends.merge(status, 1, Integer::sum));
    return made(outlook, played.slots(), played.held(), ends, zone);
  }

  private static Departures made(
      Outlook outlook,
      List<Slot> slots,
      List<Held> held,
      Map<EnrolmentStatus, Integer> ends,
      ZoneId zone) {
    Map<HeldCode, Integer> waiting = new EnumMap<>(HeldCode.class);
    held.forEach(mail -> waiting.merge(mail.code(), 1, Integer::sum));
    List<Departure> mails = slots.stream().map(slot -> departure(outlook, slot)).toList();
    return new Departures(
        outlook.asOf(),
        Certainty.ESTIMATE,
        mails,
        days(outlook.asOf(), mails, zone),
        waiting,
        ends);
  }

  /// What the server says, with the names and words that are known here.
  static Departures known(Outlook outlook, Forecasts.Said said, ZoneId zone) {
    List<Departure> mails =
        said.slots().stream()
            .map(
                slot ->
                    new Departure(
                        slot.email(),
                        slot.at(),
                        Optional.ofNullable(outlook.people().get(slot.prospect())),
                        Optional.ofNullable(outlook.companies().get(slot.prospect())),
                        slot.position(),
                        outlook.wording(slot.position(), slot.variant()),
                        outlook.subject(
                            DerivedId.enrolment(outlook.campaign().id(), slot.prospect()),
                            slot.position()),
                        slot.binding()))
            .toList();
    return new Departures(
        said.asOf(),
        Certainty.KNOWN,
        mails,
        days(said.asOf(), mails, zone),
        said.held(),
        said.ends());
  }

  private static List<Day> days(Instant asOf, List<Departure> mails, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(asOf, zone);
    Map<LocalDate, Integer> counts = new HashMap<>();
    mails.forEach(mail -> counts.merge(LocalDate.ofInstant(mail.at(), zone), 1, Integer::sum));
    return today
        .datesUntil(today.plusDays(DAYS))
        .map(day -> new Day(day, counts.getOrDefault(day, 0)))
        .toList();
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
