package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Candidate.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a plan is written down.
final class Sheet {
  private final List<Slot> slots = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();

  void slot(Slot slot) {
    slots.add(slot);
  }

  void held(UUID emailId, HeldCode code, Optional<UUID> enrolment) {
    held.add(new Held(emailId, code, enrolment));
  }

  void ended(UUID enrolment, EnrolmentStatus status, Instant at) {
    ended.add(new Ended(enrolment, status, at));
  }

  /// A mail that has no instant when the plan ends.
  void rest(Candidate candidate, Instant horizon) {
    Optional<Instant> end =
        candidate
            .lane()
            .filter(lane -> lane.isEnded(horizon))
            .flatMap(lane -> lane.campaign().endDate());
    left(
        candidate,
        end.isPresent() ? HeldCode.CAMPAIGN_ENDED : HeldCode.BEYOND_HORIZON,
        end.orElse(horizon));
  }

  /// A mail that does not leave any more until some instant: what its prospect did before has come
  /// first, if it came by then.
  void left(Candidate candidate, HeldCode code, Instant until) {
    if (candidate.member().isPresent()) {
      Candidate.Member member = candidate.member().get();
      if (member.effect().filter(effect -> isOver(effect, until)).isPresent()) {
        Effect effect = member.effect().get();
        ended(member.enrolment().id(), effect.status(), effect.at());
        return;
      }
    }
    held(candidate.emailId(), code, candidate.member().map(member -> member.enrolment().id()));
  }

  private static boolean isOver(Effect effect, Instant until) {
    return !effect.at().isAfter(until)
        && (effect.status().isFinal()
            || effect.resumeAt().filter(at -> !at.isAfter(until)).isEmpty());
  }

  Plan plan() {
    // in one instant a mailbox's mails stay as they leave: a second step never before its first
    slots.sort(Comparator.comparing(Slot::at));
    held.sort(Comparator.comparing(Held::emailId, Candidate::compare));
    ended.sort(
        Comparator.comparing(Ended::at).thenComparing(Ended::enrolmentId, Candidate::compare));
    return new Plan(slots, held, ended);
  }
}
