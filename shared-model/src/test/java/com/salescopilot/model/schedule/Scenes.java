package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.schedule.State.Pause;
import com.salescopilot.model.schedule.State.Running;
import com.salescopilot.model.schedule.State.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Small states to plan.
final class Scenes {
  static final UUID MAILBOX = id(0xA);
  static final UUID CAMPAIGN = id(0xC);

  private Scenes() {}

  static UUID id(long number) {
    return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  static Mailbox mailbox(Policy policy) {
    return new Mailbox(MAILBOX, policy, Optional.empty(), Instant.EPOCH, Map.of(), Running.SENDS);
  }

  static Campaign campaign(Instant activated, List<Pause> pauses, Delay... delays) {
    List<Step> steps = new java.util.ArrayList<>();
    for (Delay delay : delays) {
      steps.add(new Step(steps.size() + 1, delay));
    }
    return new Campaign(
        CAMPAIGN,
        CampaignStatus.ACTIVE,
        Policy.NONE,
        Optional.of(MAILBOX),
        Optional.of(activated),
        Optional.empty(),
        Optional.empty(),
        pauses,
        steps);
  }

  static Enrolment enrolment(UUID prospect, Instant enrolled) {
    return new Enrolment(
        prospect,
        CAMPAIGN,
        prospect,
        EnrolmentStatus.ACTIVE,
        0,
        0,
        enrolled,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /// One who got the first step.
  static Enrolment after(Instant sent, String zone) {
    return new Enrolment(
        id(0xE),
        CAMPAIGN,
        id(0xF),
        EnrolmentStatus.ACTIVE,
        1,
        0,
        sent,
        Optional.of(sent),
        Optional.empty(),
        Optional.of(ZoneId.of(zone)),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  static Delay days(int amount, DelayUnit unit) {
    return new Delay(amount, unit);
  }

  static List<ReasonCode> codes(Slot slot) {
    return slot.reasons().stream().map(Reason::code).toList();
  }
}
