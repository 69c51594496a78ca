package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Pause;
import com.salescopilot.model.schedule.State.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a step would leave if its mailbox were free and every hour open.
///
/// @param reasons that put it later than now
record Due(Instant ready, List<Reason> reasons) {

  /// When a step is due.
  ///
  /// @param anchor when the step before was sent; for the first when the enrolment could begin
  /// @param resumeAt until when the prospect is paused, if they are
  /// @return empty if too few days are open
  static Optional<Due> of(
      Step step,
      Campaign campaign,
      Instant anchor,
      Optional<Instant> resumeAt,
      Lane lane,
      Instant now) {
    return step.delay()
        .after(anchor, lane.zone(), lane.rules())
        .map(
            due -> {
              Moved moved = new Moved(now);
              moved.to(ReasonCode.DELAY, due);
              moved.to(ReasonCode.PAUSED_FOR, paused(campaign.pauses(), anchor, due));
              resumeAt.ifPresent(at -> moved.to(ReasonCode.RESUME_AT, at));
              campaign.startDate().ifPresent(at -> moved.to(ReasonCode.START_DATE, at));
              return new Due(moved.ready, moved.reasons);
            });
  }

  /// When an enrolment's clock begins: with its last mail, else with itself or its campaign.
  static Instant anchor(Campaign campaign, Enrolment enrolment) {
    return enrolment
        .anchorAt()
        .orElseGet(
            () ->
                campaign
                    .activatedAt()
                    .filter(at -> at.isAfter(enrolment.enrolledAt()))
                    .orElse(enrolment.enrolledAt()));
  }

  /// What remains of a delay survives a pause.
  private static Instant paused(List<Pause> pauses, Instant anchor, Instant due) {
    Instant moved = due;
    for (Pause pause : pauses) {
      Instant from = pause.from().isAfter(anchor) ? pause.from() : anchor;
      if (pause.to().isAfter(anchor) && from.isBefore(moved)) {
        moved = moved.plus(Duration.between(from, pause.to()));
      }
    }
    return moved;
  }

  /// Goes from reason to reason, and keeps those that put it later.
  private static final class Moved {
    private final List<Reason> reasons = new ArrayList<>();
    private Instant reached;
    private Instant ready = Instant.MIN;

    Moved(Instant now) {
      reached = now;
    }

    void to(ReasonCode code, Instant at) {
      if (at.isAfter(reached)) {
        reasons.add(new Reason(code, at));
        reached = at;
      }
      if (at.isAfter(ready)) {
        ready = at;
      }
    }
  }
}
