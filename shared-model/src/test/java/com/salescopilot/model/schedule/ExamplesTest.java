package com.salescopilot.model.schedule;

import static com.salescopilot.model.schedule.Scenes.codes;
import static com.salescopilot.model.schedule.Scenes.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.schedule.State.Pause;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The examples of the design.
final class ExamplesTest {

  @Test
  void a_three_business_days_pass_over_easter() {
    Instant sent = Instant.parse("2026-04-02T13:30:00Z");
    Slot slot =
        only(
            new State(
                List.of(Scenes.mailbox(Policy.NONE)),
                List.of(
                    Scenes.campaign(
                        sent, List.of(), days(0, DelayUnit.CALENDAR), days(3, DelayUnit.BUSINESS))),
                List.of(Scenes.after(sent, "Europe/Berlin")),
                List.of()),
            sent,
            policy("{'holidays':['DE']}"));
    assertThat(slot.at()).isEqualTo("2026-04-09T13:30:00Z");
    assertThat(codes(slot)).containsExactly(ReasonCode.DELAY);
    assertThat(slot.binding()).isEqualTo(ReasonCode.DELAY);
  }

  @Test
  void b_clocks_change_under_a_delay_and_the_mailbox_has_hours_of_its_own() {
    Instant sent = Instant.parse("2026-03-06T21:45:00Z");
    State.Mailbox mailbox = Scenes.mailbox(policy("{'zone':'Europe/Berlin'}"));
    State.Mailbox withWindow =
        new State.Mailbox(
            mailbox.id(),
            mailbox.policy(),
            Optional.of(
                new Window(
                    EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(18, 0))),
            mailbox.freeAt(),
            mailbox.sent(),
            mailbox.running());
    Slot slot =
        only(
            new State(
                List.of(withWindow),
                List.of(
                    Scenes.campaign(
                        sent, List.of(), days(0, DelayUnit.CALENDAR), days(2, DelayUnit.CALENDAR))),
                List.of(Scenes.after(sent, "America/New_York")),
                List.of()),
            sent,
            Policy.NONE);
    assertThat(slot.reasons().getFirst().until()).isEqualTo("2026-03-08T20:45:00Z");
    assertThat(slot.at()).isEqualTo("2026-03-09T13:00:00Z");
    assertThat(codes(slot)).containsExactly(ReasonCode.DELAY, ReasonCode.WINDOW);
  }

  @Test
  void c_a_cap_a_gap_and_a_weekend_hold_five_mails_that_are_due() {
    assertThat(due(2))
        .containsExactly(
            "2026-09-04T14:40:00Z [DUE]",
            "2026-09-04T14:47:14Z [QUEUE 1, GAP]",
            "2026-09-07T07:00:00Z [QUEUE 2, CAP, WINDOW]",
            "2026-09-07T07:12:22Z [QUEUE 3, GAP]",
            "2026-09-08T07:00:00Z [QUEUE 4, CAP, WINDOW]");
    assertThat(due(3).subList(2, 4))
        .containsExactly(
            "2026-09-04T14:57:59Z [QUEUE 2, GAP]", "2026-09-07T07:00:00Z [QUEUE 3, GAP, WINDOW]");
  }

  /// Five mails of which the design names the ids, which are derived otherwise.
  private static List<String> due(int cap) {
    Instant now = Instant.parse("2026-09-04T14:40:00Z");
    Policy policy =
        policy("{'zone':'Europe/Berlin','gapSeconds':600,'ramp':false,'dailyCap':" + cap + "}");
    Sheet sheet = new Sheet();
    Joining joining = new Joining(Scenes.mailbox(Policy.NONE), policy, now, sheet);
    Placing placing = new Placing(joining, new Track(joining, Outcomes.SILENCE, sheet, now), sheet);
    State.Campaign campaign = Scenes.campaign(now, List.of(), days(0, DelayUnit.CALENDAR));
    for (int i = 1; i <= 5; i++) {
      Candidate derived =
          joining.next(campaign, Scenes.enrolment(Scenes.id(0x100 + i), now)).orElseThrow();
      placing.queue(
          new Candidate(
              UUID.fromString("00000000-0000-7000-8000-00000000000" + i),
              derived.priority(),
              derived.lane(),
              derived.member(),
              derived.ready(),
              derived.own(),
              derived.reasons()));
    }
    placing.until(now.plus(Duration.ofDays(30)));
    return sheet.plan().slots().stream().map(ExamplesTest::text).toList();
  }

  private static String text(Slot slot) {
    return slot.at()
        + slot.reasons().stream()
            .map(
                reason ->
                    reason.code()
                        + (reason.count().isPresent() ? " " + reason.count().getAsInt() : ""))
            .collect(Collectors.joining(", ", " [", "]"));
  }

  @Test
  void steps_that_follow_at_once_leave_in_their_order_and_the_first_ones_can_be_made() {
    Instant now = Instant.parse("2026-09-04T12:00:00Z");
    State.Campaign campaign =
        Scenes.campaign(now, List.of(), days(0, DelayUnit.CALENDAR), days(0, DelayUnit.CALENDAR));
    List<State.Enrolment> people = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      people.add(Scenes.enrolment(Scenes.id(0x100 + i), now));
    }
    Plan plan =
        Planner.plan(
            new State(List.of(Scenes.mailbox(Policy.NONE)), List.of(campaign), people, List.of()),
            now,
            policy("{'gapSeconds':0,'ramp':false}"),
            now.plus(Duration.ofDays(1)));
    assertThat(plan.slots()).hasSize(18);
    Map<UUID, Integer> reached = new HashMap<>();
    for (Slot slot : plan.slots()) {
      Slot.StepMail step = slot.step().orElseThrow();
      assertThat(reached.merge(step.enrolmentId(), 1, Integer::sum)).isEqualTo(step.position());
    }
    assertThat(plan.makeable()).isNotEmpty();
  }

  @Test
  void d_what_remains_of_a_delay_survives_a_pause() {
    Instant monday = Instant.parse("2026-09-07T10:00:00Z");
    Instant wednesday = monday.plus(Duration.ofDays(2));
    Instant tuesday = monday.plus(Duration.ofDays(8));
    Slot slot =
        only(
            new State(
                List.of(Scenes.mailbox(Policy.NONE)),
                List.of(
                    Scenes.campaign(
                        monday,
                        List.of(new Pause(wednesday, tuesday)),
                        days(0, DelayUnit.CALENDAR),
                        days(3, DelayUnit.CALENDAR))),
                List.of(Scenes.after(monday, "UTC")),
                List.of()),
            monday,
            Policy.NONE);
    assertThat(slot.at()).isEqualTo(tuesday.plus(Duration.ofDays(1)));
    assertThat(codes(slot)).containsExactly(ReasonCode.DELAY, ReasonCode.PAUSED_FOR);
  }

  private static Slot only(State state, Instant now, Policy workspace) {
    Plan plan = Planner.plan(state, now, workspace, now.plus(Duration.ofDays(30)));
    assertThat(plan.slots()).hasSize(1);
    return plan.slots().getFirst();
  }

  static Policy policy(String json) {
    Value.Fields fields =
        (Value.Fields) ValueJson.read(ValueJson.object(json.replace('\'', '"'))).orElseThrow();
    PolicyJson.Reading reading = PolicyJson.read(fields);
    assertThat(reading.problems()).isEmpty();
    return reading.policy();
  }
}
