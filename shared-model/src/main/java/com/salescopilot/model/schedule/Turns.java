package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.schedule.Slot.Making;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Whether it is the turn of mails that are due: the plan is asked once more when they are about to
/// leave. One that was missed, as no server ran or a day filled up meanwhile, gets its next turn.
public final class Turns {
  private static final Duration SEEN = Duration.ofDays(90);

  /// What has no instant is looked at again after this.
  private static final Duration HELD = Duration.ofMinutes(15);

  private Turns() {}

  /// The rows that have to wait, and what for. What is not made yet is not needed to know: it comes
  /// after rows that could leave at the same instant.
  ///
  /// @param due the rows that are due, and the letters by hand that leave with them
  /// @param workspace its level of the policy
  public static Map<UUID, Gate.Later> awaited(State due, Instant now, Policy workspace) {
    Plan plan = plan(due, now, workspace);
    Set<UUID> leaving = new HashSet<>();
    plan.slots().stream()
        .filter(slot -> !slot.at().isAfter(now))
        .flatMap(slot -> slot.step().stream())
        .forEach(step -> leaving.add(step.enrolmentId()));
    Map<UUID, Gate.Later> awaited = new HashMap<>();
    for (Slot slot : plan.slots()) {
      boolean row = slot.step().filter(step -> step.making() == Making.MADE).isPresent();
      if (row && slot.at().isAfter(now)) {
        Instant alone = alone(due, slot, leaving, now, workspace);
        awaited.put(slot.emailId(), new Gate.Later(slot.binding().name(), slot.at(), alone));
      }
    }
    for (Held held : plan.held()) {
      Instant again = now.plus(HELD);
      awaited.put(held.emailId(), new Gate.Later(held.code().name(), again, again));
    }
    return awaited;
  }

  /// When a row would leave if none waited but itself.
  private static Instant alone(
      State due, Slot row, Set<UUID> leaving, Instant now, Policy workspace) {
    UUID own = row.step().orElseThrow().enrolmentId();
    State few =
        new State(
            due.mailboxes(),
            due.campaigns(),
            due.enrolments().stream()
                .filter(one -> one.id().equals(own) || leaving.contains(one.id()))
                .toList(),
            due.letters());
    return plan(few, now, workspace).slots().stream()
        .filter(slot -> slot.emailId().equals(row.emailId()))
        .map(Slot::at)
        .filter(at -> at.isAfter(now) && at.isBefore(row.at()))
        .findFirst()
        .orElse(row.at());
  }

  private static Plan plan(State state, Instant now, Policy workspace) {
    return Planner.plan(state, now, workspace, now.plus(SEEN));
  }
}
