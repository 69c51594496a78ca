package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.id.Uniform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random states: the plan is that of the naive loop, breaks no rule, and does not depend on when
/// it is made.
final class PlannerTest {
  private static final long SEED = 20_261_128;

  @Test
  void the_plan_is_that_of_the_naive_loop() {
    sameAsNaive(2_000);
  }

  @Tag("long")
  @Test
  void the_plan_is_that_of_the_naive_loop_in_a_hundred_thousand_states() {
    sameAsNaive(100_000);
  }

  private static void sameAsNaive(int states) {
    long slots = 0;
    for (int i = 0; i < states; i++) {
      long seed = SEED + i;
      RandomScene scene = new RandomScene(seed);
      Plan plan =
          Planner.run(scene.state, scene.now, scene.workspace, scene.horizon, outcomes(seed));
      Plan naive =
          NaivePlanner.run(scene.state, scene.now, scene.workspace, scene.horizon, outcomes(seed));
      assertThat(plan.slots()).as("slots of seed %d", seed).isEqualTo(naive.slots());
      assertThat(plan).as("seed %d", seed).isEqualTo(naive);
      slots += plan.slots().size();
    }
    System.Logger log = System.getLogger(PlannerTest.class.getName());
    log.log(
        System.Logger.Level.INFO, "{0} states with {1} slots: as the naive loop", states, slots);
    assertThat(slots).isGreaterThan(2L * states);
  }

  @Test
  void random_policies_send_nothing_outside_hours_caps_and_gaps() {
    breaksNothing(8_000);
  }

  @Tag("long")
  @Test
  void a_hundred_thousand_random_policies_send_nothing_outside_hours_caps_and_gaps() {
    breaksNothing(100_000);
  }

  private static void breaksNothing(int policies) {
    List<String> found = new ArrayList<>();
    long judged = 0;
    int caught = 0;
    for (long seed = SEED; seed < SEED + policies; seed++) {
      RandomScene scene = new RandomScene(seed);
      Plan plan = Planner.plan(scene.state, scene.now, scene.workspace, scene.horizon);
      Violations.Result result = Violations.of(scene, plan.slots());
      judged += result.judged();
      for (String violation : result.found()) {
        found.add("seed " + seed + ": " + violation);
      }
      if (seed % 100 == 0 && !Violations.of(scene, shifted(plan)).found().isEmpty()) {
        caught++;
      }
    }
    System.Logger log = System.getLogger(PlannerTest.class.getName());
    log.log(System.Logger.Level.INFO, "{0} mails judged, {1} violations", judged, found.size());
    assertThat(found).isEmpty();
    assertThat(judged).isGreaterThan(policies);
    assertThat(caught)
        .as("plans moved by some hours, of which most must be caught")
        .isGreaterThan(policies / 100 * 3 / 10);
  }

  /// The control: the same mails at hours that nobody chose.
  private static List<Slot> shifted(Plan plan) {
    return plan.slots().stream()
        .map(
            slot ->
                new Slot(
                    slot.emailId(),
                    slot.mailboxId(),
                    slot.at().plus(Duration.ofMinutes(61 * 7)),
                    slot.step(),
                    slot.reasons()))
        .toList();
  }

  @Test
  void until_the_first_slot_the_plan_does_not_depend_on_when_it_is_made() {
    int moved = 0;
    for (long seed = SEED; seed < SEED + 1_500; seed++) {
      RandomScene scene = new RandomScene(seed);
      Plan plan =
          Planner.run(scene.state, scene.now, scene.workspace, scene.horizon, outcomes(seed));
      if (plan.slots().isEmpty()) {
        continue;
      }
      Instant first = plan.slots().getFirst().at();
      long until = Duration.between(scene.now, first).toMillis();
      Instant later =
          scene.now.plusMillis(new SplittableRandom(seed).nextLong(Math.max(1, until + 1)));
      for (Instant at : List.of(later, first)) {
        Plan again = Planner.run(scene.state, at, scene.workspace, scene.horizon, outcomes(seed));
        assertThat(instants(again)).as("seed %d at %s", seed, at).isEqualTo(instants(plan));
        moved += at.isAfter(scene.now) ? 1 : 0;
      }
    }
    assertThat(moved).isGreaterThan(900);
  }

  private static List<String> instants(Plan plan) {
    return plan.slots().stream().map(slot -> slot.emailId() + " " + slot.at()).toList();
  }

  /// Half of all mails bring something back.
  static Outcomes outcomes(long seed) {
    Outcome[] all = Outcome.values();
    return (UUID email) -> {
      double x = Uniform.u("outcome", email, seed) * 2 * all.length;
      return x < all.length ? all[(int) x] : Outcome.SENT;
    };
  }
}
