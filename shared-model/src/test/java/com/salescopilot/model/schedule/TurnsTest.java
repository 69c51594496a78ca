package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.schedule.Slot.Making;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a worker decides by the mails that are due alone is what the whole plan says of them: which
/// leave now, and that none leaves outside its hours, over a cap or in a gap.
final class TurnsTest {
  private static final long SEED = 20_261_129;

  @Test
  void of_mails_that_are_due_those_leave_that_the_whole_plan_lets_leave() {
    same(1_000);
  }

  @Tag("long")
  @Test
  void of_mails_that_are_due_those_leave_that_the_whole_plan_lets_leave_in_a_hundred_thousand() {
    same(100_000);
  }

  private static void same(int scenes) {
    Tally tally = new Tally();
    for (long seed = SEED; seed < SEED + scenes; seed++) {
      RandomScene scene = new RandomScene(seed);
      Plan whole = plan(scene, scene.now);
      tally.judge(seed, scene, scene.now);
      if (!whole.slots().isEmpty()) {
        tally.judge(seed, scene, whole.slots().getFirst().at());
      }
    }
    System.getLogger(TurnsTest.class.getName()).log(System.Logger.Level.INFO, tally.words());
    assertThat(tally.found).isEmpty();
    assertThat(tally.left).isGreaterThan(scenes / 40);
    assertThat(tally.kept).isGreaterThan(scenes / 20);
    assertThat(tally.without)
        .as("the control, in which whatever is due leaves")
        .isGreaterThan(tally.kept / 2);
  }

  private static Plan plan(RandomScene scene, Instant now) {
    return Planner.plan(scene.state, now, scene.workspace, scene.horizon);
  }

  private static final class Tally {
    private final List<String> found = new ArrayList<>();
    private long left;
    private long kept;
    private long without;

    String words() {
      return "%d left, %d kept; if all left: %d out of place".formatted(left, kept, without);
    }

    void judge(long seed, RandomScene scene, Instant now) {
      Map<UUID, Gate.Later> awaited = Turns.awaited(due(scene, now), now, scene.workspace);
      List<Slot> rows = rows(scene, plan(scene, now), now);
      List<Slot> leaving = new ArrayList<>();
      for (Slot slot : rows) {
        Gate.Later later = awaited.get(slot.emailId());
        assertThat(later == null).as("seed %d: %s", seed, slot).isEqualTo(!slot.at().isAfter(now));
        if (later == null) {
          leaving.add(slot);
        } else {
          assertThat(later.again())
              .as("seed %d: %s", seed, slot)
              .isAfter(now)
              .isBeforeOrEqualTo(slot.at());
          kept++;
        }
      }
      left += leaving.size();
      found.addAll(Violations.of(scene, leaving).found());
      without += Violations.of(scene, atOnce(rows, now)).found().size();
    }
  }

  /// The rows that are due, with the letters that leave with them.
  private static State due(RandomScene scene, Instant now) {
    return new State(
        scene.state.mailboxes(),
        scene.state.campaigns(),
        scene.state.enrolments().stream().filter(row -> isDue(row, now)).toList(),
        scene.state.letters().stream().filter(letter -> !letter.notBefore().isAfter(now)).toList());
  }

  private static boolean isDue(Enrolment row, Instant now) {
    return row.mail()
        .filter(made -> made.phase() == Phase.QUEUED && !made.at().isAfter(now))
        .isPresent();
  }

  private static List<Slot> rows(RandomScene scene, Plan whole, Instant now) {
    Set<UUID> due = new HashSet<>();
    scene.state.enrolments().stream()
        .filter(row -> isDue(row, now))
        .forEach(row -> due.add(row.id()));
    return whole.slots().stream()
        .filter(
            slot ->
                slot.step()
                    .filter(step -> step.making() == Making.MADE)
                    .filter(step -> due.contains(step.enrolmentId()))
                    .isPresent())
        .toList();
  }

  private static List<Slot> atOnce(List<Slot> rows, Instant now) {
    return rows.stream()
        .map(slot -> new Slot(slot.emailId(), slot.mailboxId(), now, slot.step(), slot.reasons()))
        .toList();
  }
}
