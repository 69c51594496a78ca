package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.schedule.Candidate.Effect;
import com.salescopilot.model.schedule.Candidate.Member;
import com.salescopilot.model.schedule.Slot.StepMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What one mailbox sends, mail after mail: the instants, why they are these, and what comes of
/// each.
final class Track {
  /// When people answer, in a plan that imagines it.
  private static final Duration ANSWERED_AFTER = Duration.ofHours(24);

  /// How long somebody is away who does not say how long.
  private static final Delay AWAY = new Delay(5, DelayUnit.BUSINESS);

  private final Joining joining;
  private final Outcomes outcomes;
  private final Sheet sheet;
  private final List<Instant> left = new ArrayList<>();

  /// Companies from which somebody answers, and when the first does.
  private final Map<String, Instant> answered = new HashMap<>();

  /// When the gap after what left is over.
  private Instant free;

  /// The same after the rows that have their instant: what is not made yet comes after them.
  private Instant cursor;

  /// @param free before which no campaign mail leaves
  Track(Joining joining, Outcomes outcomes, Sheet sheet, Instant free) {
    this.joining = joining;
    this.outcomes = outcomes;
    this.sheet = sheet;
    this.free = free;
    cursor = free;
  }

  /// Before which no mail of the lane leaves.
  Instant base(Lane lane) {
    return later(lane.allowance().floor(), turn(lane));
  }

  private Instant turn(Lane lane) {
    return switch (lane.holding()) {
      case MADE -> free;
      case PLANNED -> cursor;
    };
  }

  /// Keeps an instant, and the gap after it, for the row that was made for it.
  void keep(Candidate mail, Instant at) {
    cursor = later(cursor, gapAfter(mail, at));
  }

  private Instant gapAfter(Candidate mail, Instant at) {
    Rules rules = mail.lane().map(Lane::rules).orElseGet(joining::byHand);
    return Gap.after(mail.emailId(), at, rules.gapSeconds());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Whether something that its prospect did comes before the mail. Then either the enrolment has
  /// ended, or the mail waits longer.
  boolean isOvertaken(Candidate mail, Instant at) {
    return mail.member()
        .filter(
            member ->
                member.effect().filter(e -> !e.at().isAfter(at)).isPresent()
                    || colleague(member).filter(then -> !then.isAfter(at)).isPresent())
        .isPresent();
  }

  /// When somebody of the same company answers, if they do.
  private Optional<Instant> colleague(Member member) {
    return answered.isEmpty()
        ? Optional.empty()
        : outcomes
            .company(member.enrolment().prospectId())
            .flatMap(company -> Optional.ofNullable(answered.get(company)));
  }

  /// The mail as it goes on after what its prospect did.
  ///
  /// @return empty if it does not
  Optional<Candidate> overtaken(Candidate mail) {
    Member member = mail.member().orElseThrow();
    Optional<Instant> stopped = colleague(member);
    boolean own =
        member
            .effect()
            .filter(e -> stopped.isEmpty() || !e.at().isAfter(stopped.get()))
            .isPresent();
    if (!own) {
      sheet.ended(member.enrolment().id(), EnrolmentStatus.EXCLUDED, stopped.orElseThrow());
      return Optional.empty();
    }
    Effect effect = member.effect().orElseThrow();
    if (effect.status().isFinal() || effect.resumeAt().isEmpty()) {
      sheet.ended(member.enrolment().id(), effect.status(), effect.at());
      return Optional.empty();
    }
    return joining.resumed(mail, effect.resumeAt().get());
  }

  /// Lets a mail leave.
  ///
  /// @return the mail that comes after it
  Optional<Candidate> leave(Candidate mail, Instant at) {
    Optional<StepMail> step =
        mail.member()
            .map(
                member ->
                    new StepMail(
                        member.enrolment().id(),
                        member.enrolment().campaignId(),
                        member.enrolment().prospectId(),
                        member.position(),
                        member.making()));
    sheet.slot(new Slot(mail.emailId(), joining.mailbox(), at, step, reasons(mail, at)));
    left.add(at);
    free = later(free, gapAfter(mail, at));
    cursor = later(cursor, free);
    Outcome outcome = outcomes.of(mail.emailId());
    joining.quota().count(at, outcome);
    return mail.member().flatMap(member -> next(mail.lane().orElseThrow(), member, at, outcome));
  }

  private Optional<Candidate> next(Lane lane, Member member, Instant at, Outcome outcome) {
    Instant then = at.plus(ANSWERED_AFTER);
    if (outcome == Outcome.REPLIED) {
      outcomes
          .company(member.enrolment().prospectId())
          .ifPresent(company -> answered.merge(company, then, (a, b) -> a.isBefore(b) ? a : b));
    }
    Optional<Effect> effect =
        switch (outcome) {
          case SENT -> Optional.empty();
          case BOUNCED -> Optional.of(new Effect(at, EnrolmentStatus.BOUNCED, Optional.empty()));
          case REPLIED -> Optional.of(new Effect(then, EnrolmentStatus.REPLIED, Optional.empty()));
          case UNSUBSCRIBED ->
              Optional.of(new Effect(then, EnrolmentStatus.UNSUBSCRIBED, Optional.empty()));
          case OUT_OF_OFFICE ->
              Optional.of(
                  new Effect(
                      then, EnrolmentStatus.PAUSED, AWAY.after(then, lane.zone(), lane.rules())));
        };
    boolean last = lane.campaign().after(member.position()).isEmpty();
    boolean bounced = effect.filter(e -> !e.at().isAfter(at)).isPresent();
    Optional<Effect> ending = effect.filter(e -> e.status().isFinal());
    // a mail that is never made is not there to be overtaken
    if (last || bounced || (ending.isPresent() && Joining.isLacking(lane, member))) {
      sheet.ended(
          member.enrolment().id(),
          ending.map(Effect::status).orElse(EnrolmentStatus.COMPLETED),
          ending.map(Effect::at).orElse(at));
      return Optional.empty();
    }
    return joining.after(lane, member, at, effect);
  }

  private List<Reason> reasons(Candidate mail, Instant at) {
    List<Reason> reasons = new ArrayList<>(mail.reasons());
    if (at.isAfter(mail.own()) && mail.lane().isPresent()) {
      Lane lane = mail.lane().get();
      int before = lowest(at) - lowest(mail.own());
      if (before > 0) {
        reasons.add(new Reason(ReasonCode.QUEUE, at, OptionalInt.of(before)));
      }
      Instant turn =
          switch (lane.holding()) {
            case MADE -> later(free, mail.ready()); // its place in the row of mails
            case PLANNED -> cursor;
          };
      Instant base = later(lane.allowance().floor(), turn);
      reasons.add(new Reason(base.isAfter(turn) ? ReasonCode.CAP : ReasonCode.GAP, base));
      if (at.isAfter(base)) {
        lane.openings().closed(base).ifPresent(code -> reasons.add(new Reason(code, at)));
      }
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(ReasonCode.DUE, at));
    }
    return reasons;
  }

  /// How many left before an instant.
  private int lowest(Instant at) {
    int found = Collections.binarySearch(left, at);
    int place = found < 0 ? -found - 1 : found;
    while (place > 0 && left.get(place - 1).equals(at)) {
      place--;
    }
    return place;
  }
}
