package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Allowance.Cap;
import com.salescopilot.model.schedule.Candidate.Effect;
import com.salescopilot.model.schedule.Candidate.Member;
import com.salescopilot.model.schedule.Lane.Holding;
import com.salescopilot.model.schedule.Slot.Making;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.schedule.State.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// How mails come to compete for a mailbox, and what holds those that do not.
final class Joining {
  private final Mailbox mailbox;
  private final Policy workspace;
  private final Instant now;
  private final Sheet sheet;
  private final Quota quota;
  private final ZoneId mailboxZone;
  private final Map<UUID, Rules> rules = new HashMap<>();
  private final Map<Cap, Allowance> allowances = new HashMap<>();
  private final Map<Key, Lane> lanes = new HashMap<>();

  Joining(Mailbox mailbox, Policy workspace, Instant now, Sheet sheet) {
    this.mailbox = mailbox;
    this.workspace = workspace;
    this.now = now;
    this.sheet = sheet;
    mailboxZone = byHand().zone();
    quota = new Quota(mailboxZone, mailbox.sent());
  }

  private record Key(UUID campaign, ZoneId zone, Holding holding) {}

  /// What holds for letters by hand, of which only the gap after them matters.
  Rules byHand() {
    return Rules.of(List.of(workspace, mailbox.policy()));
  }

  UUID mailbox() {
    return mailbox.id();
  }

  Quota quota() {
    return quota;
  }

  Collection<Lane> lanes() {
    return lanes.values();
  }

  /// A letter by hand.
  Candidate letter(Letter letter) {
    Instant at = letter.notBefore();
    boolean later = at.isAfter(now);
    return new Candidate(
        letter.emailId(),
        Candidate.BY_HAND,
        Optional.empty(),
        Optional.empty(),
        at,
        later ? at : now,
        later ? List.of(new Reason(ReasonCode.UNDO, at)) : List.of());
  }

  /// The next mail of an enrolment as it stands.
  ///
  /// @return empty if there is none, or if something holds it
  Optional<Candidate> next(Campaign campaign, Enrolment enrolment) {
    Making making =
        enrolment.mail().isPresent()
            ? Making.MADE
            : enrolment.status() == EnrolmentStatus.PAUSED ? Making.LATER : Making.NOW;
    return campaign
        .after(enrolment.currentStep())
        .flatMap(
            step ->
                candidate(
                    lane(
                        campaign,
                        enrolment,
                        making == Making.MADE ? Holding.MADE : Holding.PLANNED),
                    new Member(enrolment, step.position(), making, Optional.empty()),
                    step,
                    Due.anchor(campaign, enrolment),
                    enrolment.resumeAt()));
  }

  /// The instant for which a row was made, if it still holds. A row that has missed it, or finds
  /// its hour closed, the mailbox busy or the day full, gets its next one.
  Optional<Instant> kept(Candidate mail) {
    Lane lane = mail.lane().orElseThrow();
    return made(mail.member().orElseThrow())
        .filter(at -> !at.isBefore(mail.ready()) && !lane.isEnded(at))
        .filter(at -> lane.openings().fit(at).equals(Optional.of(at)));
  }

  private static Optional<Instant> made(Member member) {
    return member.making() == Making.MADE
        ? member.enrolment().mail().map(State.Made::at)
        : Optional.empty();
  }

  /// Whether the mail after one of the plan cannot be made.
  static boolean isLacking(Lane lane, Member member) {
    OptionalInt lacking = member.enrolment().lacking();
    return lacking.isPresent()
        && lane.campaign()
            .after(member.position())
            .filter(step -> step.position() == lacking.getAsInt())
            .isPresent();
  }

  /// The mail after one of the plan.
  ///
  /// @param sent when that one was
  /// @return empty if there is none, or if something holds it
  Optional<Candidate> after(Lane lane, Member member, Instant sent, Optional<Effect> effect) {
    if (isLacking(lane, member)) {
      sheet.held(
          DerivedId.stepEmail(
              member.enrolment().campaignId(),
              member.enrolment().prospectId(),
              member.enrolment().lacking().getAsInt(),
              member.enrolment().rotation()),
          HeldCode.EMPTY_FIELD,
          Optional.of(member.enrolment().id()));
      return Optional.empty();
    }
    return lane.campaign()
        .after(member.position())
        .flatMap(
            step ->
                candidate(
                    lane(lane.campaign(), member.enrolment(), Holding.PLANNED),
                    new Member(member.enrolment(), step.position(), Making.LATER, effect),
                    step,
                    sent,
                    Optional.empty()));
  }

  /// The same mail once its prospect goes on.
  Optional<Candidate> resumed(Candidate candidate, Instant resumeAt) {
    Lane lane = candidate.lane().orElseThrow();
    Member member = candidate.member().orElseThrow();
    List<Reason> reasons = new ArrayList<>(candidate.reasons());
    reasons.removeIf(reason -> isClosing(reason.code()));
    boolean moved = resumeAt.isAfter(candidate.ready());
    if (moved) {
      reasons.add(new Reason(ReasonCode.RESUME_AT, resumeAt));
    }
    return fitted(
        lane,
        new Member(member.enrolment(), member.position(), member.making(), Optional.empty()),
        candidate.emailId(),
        candidate.priority(),
        new Due(moved ? resumeAt : candidate.ready(), reasons));
  }

  private static boolean isClosing(ReasonCode code) {
    return switch (code) {
      case HOLIDAY, WINDOW, MAILBOX_WINDOW -> true;
      case DELAY, PAUSED_FOR, RESUME_AT, START_DATE, UNDO, QUEUE, GAP, CAP, DUE -> false;
    };
  }

  private Optional<Candidate> candidate(
      Lane lane, Member member, Step step, Instant anchor, Optional<Instant> resumeAt) {
    Enrolment enrolment = member.enrolment();
    UUID emailId =
        DerivedId.stepEmail(
            enrolment.campaignId(), enrolment.prospectId(), step.position(), enrolment.rotation());
    Optional<Due> due = Due.of(step, lane.campaign(), anchor, resumeAt, lane, now);
    if (due.isEmpty()) {
      sheet.held(emailId, HeldCode.NO_WINDOW, Optional.of(enrolment.id()));
      return Optional.empty();
    }
    boolean first = enrolment.currentStep() == 0 && isFirst(lane.campaign(), step);
    int priority =
        switch (lane.holding()) {
          case MADE -> Candidate.MADE;
          case PLANNED -> first ? Candidate.FIRST_TOUCH : Candidate.FOLLOW_UP;
        };
    return fitted(lane, member, emailId, priority, due.get());
  }

  private static boolean isFirst(Campaign campaign, Step step) {
    return campaign.steps().getFirst().equals(step);
  }

  private Optional<Candidate> fitted(
      Lane lane, Member member, UUID emailId, int priority, Due due) {
    Instant start = due.ready().isAfter(now) ? due.ready() : now;
    Optional<Instant> own = lane.openings().fit(start);
    List<Reason> reasons = new ArrayList<>(due.reasons());
    own.filter(at -> at.isAfter(start))
        .flatMap(at -> lane.openings().closed(start).map(code -> new Reason(code, at)))
        .ifPresent(reasons::add);
    Candidate candidate =
        new Candidate(
            emailId,
            priority,
            Optional.of(lane),
            Optional.of(member),
            made(member).filter(at -> at.isAfter(due.ready())).orElse(due.ready()),
            own.orElse(Instant.MAX),
            reasons);
    if (own.isEmpty()) {
      sheet.left(candidate, HeldCode.NO_WINDOW, start);
      return Optional.empty();
    }
    if (lane.isEnded(own.get())) {
      sheet.left(candidate, HeldCode.CAMPAIGN_ENDED, lane.campaign().endDate().orElseThrow());
      return Optional.empty();
    }
    return Optional.of(candidate);
  }

  private Lane lane(Campaign campaign, Enrolment enrolment, Holding holding) {
    Rules joined =
        rules.computeIfAbsent(
            campaign.id(), _ -> Rules.of(List.of(workspace, mailbox.policy(), campaign.policy())));
    ZoneId zone = enrolment.zone().orElse(joined.zone());
    return lanes.computeIfAbsent(
        new Key(campaign.id(), zone, holding),
        _ ->
            new Lane(
                campaign,
                holding,
                joined,
                zone,
                new Openings(joined, zone, mailbox.window(), mailboxZone),
                allowances.computeIfAbsent(Cap.of(joined), cap -> new Allowance(quota, cap))));
  }
}
