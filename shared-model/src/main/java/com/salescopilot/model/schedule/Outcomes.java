package com.salescopilot.model.schedule;

import java.util.UUID;

/// How the mails of a plan are imagined to end.
public interface Outcomes {
  /// Every mail arrives, and nothing comes back.
  Outcomes SILENCE = _ -> Outcome.SENT;

  Outcome of(UUID emailId);
}
