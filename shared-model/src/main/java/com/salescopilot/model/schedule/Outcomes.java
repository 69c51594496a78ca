package com.salescopilot.model.schedule;

import java.util.Optional;
import java.util.UUID;

/// How the mails of a plan are imagined to end.
public interface Outcomes {
  /// Every mail arrives, and nothing comes back.
  Outcomes SILENCE = _ -> Outcome.SENT;

  Outcome of(UUID emailId);

  /// Where a prospect works, if an answer from there stops mails to the colleagues.
  default Optional<String> company(UUID prospectId) {
    return Optional.empty();
  }
}
