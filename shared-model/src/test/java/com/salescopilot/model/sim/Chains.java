package com.salescopilot.model.sim;

import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The log holds what each device made in the order of its numbers, and no number twice. A client
/// that lost its way mends itself, so that nothing else may show a chain that was torn.
final class Chains {
  private Chains() {}

  static void atRest(Space space) {
    Map<UUID, Long> last = new HashMap<>();
    for (LogEntry entry : space.log) {
      if (entry.seq().isPresent() && entry.stamp().actor() instanceof Actor.Member member) {
        long seq = entry.seq().getAsLong();
        Long before = last.put(member.device(), seq);
        if (before != null && before >= seq) {
          throw new Broken(
              Oracle.INVARIANTS,
              "number " + seq + " of device " + member.device() + " comes after " + before);
        }
      }
    }
  }
}
