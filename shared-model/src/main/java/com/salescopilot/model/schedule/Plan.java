package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.Slot.Making;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What leaves when, and what does not.
///
/// @param slots in the order of leaving
/// @param held mails without an instant, by id
/// @param ended enrolments that come to an end or to a stop in the plan, by instant
public record Plan(List<Slot> slots, List<Held> held, List<Ended> ended) {
  public Plan {
    slots = List.copyOf(slots);
    held = List.copyOf(held);
    ended = List.copyOf(ended);
  }

  /// The slots of which rows may be made now: those of each mailbox in order, up to the first that
  /// hangs on something which is not known yet. What comes after that one could still change places
  /// with it.
  public List<Slot> makeable() {
    List<Slot> makeable = new ArrayList<>();
    Set<UUID> blocked = new HashSet<>();
    for (Slot slot : slots) {
      Optional<Making> making = slot.step().map(Slot.StepMail::making);
      if (making.filter(m -> m == Making.LATER).isPresent()) {
        blocked.add(slot.mailboxId());
      }
      if (!blocked.contains(slot.mailboxId()) && making.filter(m -> m == Making.NOW).isPresent()) {
        makeable.add(slot);
      }
    }
    return makeable;
  }
}
