package com.salescopilot.desktop.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.value.ValueJson;
import java.time.Duration;
import java.time.Instant;

/// What letters are judged by here: what the server said of it last, which stays on this machine's
/// disk for when there is no network.
final class ScoreRules {
  private static final String KIND = "score-rules";
  private static final String NEWEST = "newest";
  private static final Duration FRESH = Duration.ofHours(1);

  private final Desk desk;
  private Instant asked = Instant.MIN;

  ScoreRules(Desk desk) {
    this.desk = desk;
  }

  /// Reads the disk.
  Yardstick known() {
    return desk.store()
        .localDraft(KIND, NEWEST)
        .map(ValueJson::object)
        .map(kept -> Yardstick.of(kept.path("weights"), kept.path("own")))
        .orElse(Yardstick.STANDARD);
  }

  /// Whether it is time to ask the server; then not again for an hour. On the screen's thread.
  boolean isTimeToAsk() {
    Instant now = desk.clock().instant();
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(FRESH))) {
      return false;
    }
    asked = now;
    return true;
  }

  /// Asks the server, if it can be asked, and keeps what it says. Off the screen's thread.
  void ask() {
    try {
      Yardstick told =
          desk.ask(
              server -> {
                ObjectNode rules = server.suggestions().scoreRules();
                return Yardstick.of(rules.path("weights"), rules.path("own"));
              });
      desk.store().keepLocalDraft(KIND, NEWEST, told.canonical());
    } catch (RemoteException _) {
      // what was known still holds
    }
  }
}
