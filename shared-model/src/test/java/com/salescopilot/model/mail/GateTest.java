package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GateTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  @Test
  void nothing_goes_to_an_address_that_opted_out_by_hand_neither() {
    assertThat(held(Gate.Reach.SUPPRESSED, Optional.empty(), Optional.empty()))
        .contains(new Gate.Withdrawn(CancelReason.SUPPRESSED));
  }

  @Test
  void a_step_leaves_only_while_its_campaign_is_active() {
    for (CampaignStatus status : CampaignStatus.values()) {
      assertThat(step(status, Optional.of(EnrolmentStatus.ACTIVE)))
          .as("%s", status)
          .isEqualTo(
              status == CampaignStatus.ACTIVE
                  ? Optional.empty()
                  : Optional.of(new Gate.Withdrawn(CancelReason.PAUSED)));
    }
  }

  @Test
  void a_step_leaves_only_while_its_prospect_goes_on() {
    for (EnrolmentStatus status : EnrolmentStatus.values()) {
      assertThat(step(CampaignStatus.ACTIVE, Optional.of(status)))
          .isEqualTo(Gate.stops(status).map(Gate.Withdrawn::new));
    }
    assertThat(step(CampaignStatus.ACTIVE, Optional.empty()))
        .as("no longer enrolled, or begun anew")
        .contains(new Gate.Withdrawn(CancelReason.PAUSED));
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
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            campaign,
            step),
        NOW);
  }
}
