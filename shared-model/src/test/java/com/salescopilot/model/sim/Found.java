package com.salescopilot.model.sim;

import com.salescopilot.model.client.OutboxEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What two files know of pending mutations, as one list.
final class Found {
  private Found() {}

  /// Both lists in one, each in its own order; of a mutation that both have, what the journal says.
  static List<OutboxEntry> inOrder(List<OutboxEntry> salvaged, Map<UUID, OutboxEntry> journal) {
    Map<UUID, OutboxEntry> both = new LinkedHashMap<>();
    var rest = journal.entrySet().iterator();
    for (OutboxEntry entry : salvaged) {
      UUID id = entry.mutation().id();
      if (journal.containsKey(id)) {
        // what the journal has before it was made before it
        while (rest.hasNext() && !both.containsKey(id)) {
          var next = rest.next();
          both.put(next.getKey(), next.getValue());
        }
      } else {
        both.put(id, Journal.unnumbered(entry));
      }
    }
    rest.forEachRemaining(next -> both.put(next.getKey(), next.getValue()));
    return List.copyOf(both.values());
  }
}
