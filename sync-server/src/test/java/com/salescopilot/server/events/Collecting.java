package com.salescopilot.server.events;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Tx;
import java.util.List;
import java.util.UUID;

/// Remembers the events of one workspace.
record Collecting(List<UUID> seen, WorkspaceId of) implements Consumer {
  @Override
  public String name() {
    return "collecting";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    if (workspace.equals(of)) {
      synchronized (seen) {
        events.forEach(event -> seen.add(event.id()));
      }
    }
  }
}
