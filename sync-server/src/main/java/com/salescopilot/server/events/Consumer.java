package com.salescopilot.server.events;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Tx;
import java.util.List;

/// Takes up every event once: its effects and the place it has reached commit together.
public interface Consumer {

  /// The name under which its place is kept; never changes.
  String name();

  /// Takes up events of one workspace, in the order of the log. Those it does not care for are
  /// among them.
  ///
  /// An exception undoes what this call did and nothing else: the events are then given one by one,
  /// and the one that fails alone is tried again later.
  ///
  /// @param tx already inside the workspace; a failed commit or another's lock may run it again
  void apply(Tx tx, WorkspaceId workspace, List<Event> events);
}
