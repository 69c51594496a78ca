package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GateTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  @Test
  void nothing_goes_to_an_address_that_opted_out_by_hand_neither() {
    assertThat(held(Gate.Reach.SUPPRESSED, Optional.empty(), Optional.empty()))
        .contains(new Gate.Withdrawn(HeldCode.SUPPRESSED, CancelReason.SUPPRESSED));
  }

  @Test
  void a_step_leaves_only_while_its_campaign_is_active() {
    for (CampaignStatus status : CampaignStatus.values()) {
      assertThat(step(status, Optional.of(EnrolmentStatus.ACTIVE)))
          .as("%s", status)
          .isEqualTo(
              status == CampaignStatus.ACTIVE
                  ? Optional.empty()
                  : Gate.stopped(status)
                      .map(code -> new Gate.Withdrawn(code, CancelReason.PAUSED)));
    }
  }

  @Test
  void a_step_leaves_only_while_its_prospect_goes_on() {
    for (EnrolmentStatus status : EnrolmentStatus.values()) {
      assertThat(step(CampaignStatus.ACTIVE, Optional.of(status)))
          .isEqualTo(
              Gate.stopped(status)
                  .map(code -> new Gate.Withdrawn(code, Gate.stops(status).orElseThrow())));
    }
    assertThat(step(CampaignStatus.ACTIVE, Optional.empty()))
        .as("no longer enrolled, or begun anew")
        .contains(new Gate.Withdrawn(HeldCode.ENROLMENT_ENDED, CancelReason.PAUSED));
  }

  @Test
  void a_letter_by_hand_leaves_from_a_draft_and_to_whom_has_answered() {
    for (CampaignStatus status : CampaignStatus.values()) {
      boolean stopped = status == CampaignStatus.PAUSED || status == CampaignStatus.ARCHIVED;
      assertThat(held(Gate.Reach.OPEN, Optional.of(status), Optional.empty()).isPresent())
          .as("%s", status)
          .isEqualTo(stopped);
    }
  }

  @Test
  void a_letter_by_hand_does_not_wait_for_ever_and_a_step_waits_for_its_turn() {
    Gate.Facts letter =
        new Gate.Facts(
            "bo@x.example",
            Gate.Reach.OPEN,
            Gate.Author.MEMBER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW),
            Optional.of(CampaignStatus.ACTIVE),
            Optional.empty(),
            Gate.Mailbox.SENDS,
            Optional.empty());
    assertThat(Gate.check(letter, NOW))
        .contains(new Gate.Withdrawn(HeldCode.EXPIRED, CancelReason.EXPIRED));
    Gate.Facts step =
        new Gate.Facts(
            letter.to(),
            letter.reach(),
            letter.author(),
            letter.hold(),
            letter.notBefore(),
            letter.expiresAt(),
            letter.campaign(),
            Optional.of(new Gate.Step(Optional.of(EnrolmentStatus.ACTIVE))),
            letter.mailbox(),
            Optional.of(new Gate.Later("HOLIDAY", NOW.plusSeconds(9), NOW)));
    assertThat(Gate.check(step, NOW)).contains(new Gate.Later("HOLIDAY", NOW.plusSeconds(9), NOW));
  }

  @Test
  void the_first_closed_gate_is_the_reason() {
    List<HeldCode> said = new ArrayList<>();
    Gate.Facts facts =
        new Gate.Facts(
            "no address",
            Gate.Reach.SUPPRESSED,
            Gate.Author.GONE,
            Optional.of(Hold.RESTORED),
            Optional.of(NOW.plusSeconds(1)),
            Optional.of(NOW),
            Optional.of(CampaignStatus.PAUSED),
            Optional.of(new Gate.Step(Optional.of(EnrolmentStatus.REPLIED))),
            Gate.Mailbox.PAUSED,
            Optional.of(new Gate.Later("WINDOW", NOW.plusSeconds(1), NOW)));
    Instant now = NOW;
    for (Optional<Gate.Held> held = Gate.check(facts, now);
        held.isPresent();
        held = Gate.check(facts, now)) {
      said.add(held.get().code());
      facts = opened(facts, held.get().code());
    }
    assertThat(said)
        .containsExactly(
            HeldCode.RESTORED,
            HeldCode.UNDO,
            HeldCode.SUPPRESSED,
            HeldCode.SENDER_GONE,
            HeldCode.CAMPAIGN_PAUSED,
            HeldCode.ENROLMENT_ENDED,
            HeldCode.BAD_ADDRESS,
            HeldCode.MAILBOX_PAUSED,
            HeldCode.OUTSIDE_SLOT);
  }

  private static Gate.Facts opened(Gate.Facts of, HeldCode gate) {
    return new Gate.Facts(
        gate == HeldCode.BAD_ADDRESS ? "bo@x.example" : of.to(),
        gate == HeldCode.SUPPRESSED ? Gate.Reach.OPEN : of.reach(),
        gate == HeldCode.SENDER_GONE ? Gate.Author.MEMBER : of.author(),
        gate == HeldCode.RESTORED ? Optional.empty() : of.hold(),
        gate == HeldCode.UNDO ? Optional.empty() : of.notBefore(),
        of.expiresAt(),
        gate == HeldCode.CAMPAIGN_PAUSED ? Optional.of(CampaignStatus.ACTIVE) : of.campaign(),
        gate == HeldCode.ENROLMENT_ENDED
            ? Optional.of(new Gate.Step(Optional.of(EnrolmentStatus.ACTIVE)))
            : of.step(),
        gate == HeldCode.MAILBOX_PAUSED ? Gate.Mailbox.SENDS : of.mailbox(),
        gate == HeldCode.OUTSIDE_SLOT ? Optional.empty() : of.turn());
  }

  private static Optional<Gate.Held> step(
      CampaignStatus campaign, Optional<EnrolmentStatus> enrolment) {
    return held(Gate.Reach.OPEN, Optional.of(campaign), Optional.of(new Gate.Step(enrolment)));
  }

  private static Optional<Gate.Held> held(
      Gate.Reach reach, Optional<CampaignStatus> campaign, Optional<Gate.Step> step) {
    return Gate.check(
        new Gate.Facts(
            "bo@x.example",
            reach,
            Gate.Author.MEMBER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            campaign,
            step,
            Gate.Mailbox.SENDS,
            Optional.empty()),
        NOW);
  }
}
