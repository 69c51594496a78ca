package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Rehearsal.Rates;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");
  private static final Policy WIDE =
      ExamplesTest.policy("{'ramp':false,'dailyCap':5000,'gapSeconds':10}");

  @Test
  void the_same_seed_gives_the_same_answers_and_nobody_who_answered_gets_more() {
    State state = draft(400);
    Rates rates = new Rates(0.2, 0.1, 0.1, 0.05);
    Rehearsal one = Rehearsal.of(state, Scenes.CAMPAIGN, NOW, WIDE, 7, rates);
    assertThat(Rehearsal.of(state, Scenes.CAMPAIGN, NOW, WIDE, 7, rates)).isEqualTo(one);
    assertThat(Rehearsal.of(state, Scenes.CAMPAIGN, NOW, WIDE, 8, rates)).isNotEqualTo(one);
    Map<UUID, Integer> mails = new HashMap<>();
    one.slots().forEach(s -> mails.merge(s.step().orElseThrow().enrolmentId(), 1, Integer::sum));
    Map<EnrolmentStatus, Integer> ends = new HashMap<>();
    one.ends()
        .forEach(
            (enrolment, status) -> {
              ends.merge(status, 1, Integer::sum);
              if (status == EnrolmentStatus.COMPLETED) {
                assertThat(mails.get(enrolment)).isEqualTo(3);
              }
            });
    assertThat(one.ends()).hasSize(400);
    assertThat(ends.keySet())
        .containsExactlyInAnyOrder(
            EnrolmentStatus.COMPLETED,
            EnrolmentStatus.REPLIED,
            EnrolmentStatus.BOUNCED,
            EnrolmentStatus.UNSUBSCRIBED);
    assertThat(ends.get(EnrolmentStatus.REPLIED)).isBetween(110, 230);
    assertThat(one.slots().size()).isLessThan(1_200);
    assertThat(one.slots()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void with_silence_everybody_gets_every_step() {
    Rehearsal silent =
        Rehearsal.of(draft(20), Scenes.CAMPAIGN, NOW, WIDE, 1, new Rates(0, 0, 0, 0));
    assertThat(silent.slots()).hasSize(60);
    assertThat(silent.held()).isEmpty();
    assertThat(silent.ends().values()).containsOnly(EnrolmentStatus.COMPLETED);
  }

  @Test
  void whoever_is_away_gets_the_next_step_later() {
    Rehearsal away = Rehearsal.of(draft(1), Scenes.CAMPAIGN, NOW, WIDE, 1, new Rates(0, 1, 0, 0));
    List<Instant> left = away.slots().stream().map(Slot::at).toList();
    assertThat(left)
        .containsExactly(
            Instant.parse("2026-09-07T09:00:00Z"),
            // a day later the answer, five business days away
            Instant.parse("2026-09-15T09:00:00Z"),
            Instant.parse("2026-09-23T09:00:00Z"));
    assertThat(away.slots().get(1).binding()).isEqualTo(ReasonCode.RESUME_AT);
  }

  @Test
  void an_answer_stops_the_mails_to_the_colleagues() {
    State state = draft(40);
    Rates rates = new Rates(0.1, 0, 0, 0);
    Rehearsal alone = Rehearsal.of(state, Scenes.CAMPAIGN, NOW, WIDE, 7, rates);
    Rehearsal together =
        Rehearsal.of(state, Scenes.CAMPAIGN, NOW, WIDE, 7, rates, _ -> Optional.of("acme.example"));
    assertThat(alone.ends().values()).contains(EnrolmentStatus.REPLIED, EnrolmentStatus.COMPLETED);
    assertThat(together.ends().values())
        .contains(EnrolmentStatus.REPLIED, EnrolmentStatus.EXCLUDED)
        .doesNotContain(EnrolmentStatus.COMPLETED);
    assertThat(together.slots()).hasSizeLessThan(alone.slots().size());
    assertThat(
            Rehearsal.of(
                state,
                Scenes.CAMPAIGN,
                NOW,
                WIDE,
                7,
                rates,
                prospect -> Optional.of(prospect.toString())))
        .as("nobody has a colleague")
        .isEqualTo(alone);
  }

  @Test
  void rates_are_shares() {
    assertThatThrownBy(() -> new Rates(0.9, 0.2, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rates(-0.1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_forecast_counts_by_day_and_says_what_is_held() {
    State state = draft(3);
    Forecast draft = Forecast.of(state, Scenes.CAMPAIGN, NOW, WIDE, ZoneId.of("UTC"), 30);
    assertThat(draft.held()).isEqualTo(Map.of(HeldCode.CAMPAIGN_DRAFT, 3));
    State active =
        new State(
            state.mailboxes(),
            List.of(campaign(CampaignStatus.ACTIVE)),
            state.enrolments(),
            List.of());
    Forecast forecast = Forecast.of(active, Scenes.CAMPAIGN, NOW, WIDE, ZoneId.of("UTC"), 5);
    assertThat(forecast.perDay().stream().map(Forecast.DayCount::count))
        .containsExactly(3, 0, 3, 0, 3);
    assertThat(forecast.slots()).hasSize(9);
    assertThat(forecast.held()).isEmpty();
  }

  static State draft(int prospects) {
    List<Enrolment> enrolments = new ArrayList<>();
    for (int i = 1; i <= prospects; i++) {
      enrolments.add(Scenes.enrolment(Scenes.id(1_000 + i), NOW.minus(Duration.ofDays(1))));
    }
    return new State(
        List.of(Scenes.mailbox(Policy.NONE)),
        List.of(campaign(CampaignStatus.DRAFT)),
        enrolments,
        List.of());
  }

  private static Campaign campaign(CampaignStatus status) {
    Campaign active =
        Scenes.campaign(
            NOW,
            List.of(),
            Scenes.days(0, DelayUnit.CALENDAR),
            Scenes.days(2, DelayUnit.BUSINESS),
            Scenes.days(2, DelayUnit.CALENDAR));
    return new Campaign(
        active.id(),
        status,
        active.policy(),
        active.mailbox(),
        status == CampaignStatus.ACTIVE ? Optional.of(NOW) : Optional.empty(),
        active.startDate(),
        active.endDate(),
        active.pauses(),
        active.steps());
  }
}
