package com.salescopilot.model.sim;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Role;
import java.util.UUID;

/// A member of a workspace.
///
/// @param canary stands in every private text of this person and in no other's
record Person(UserId user, Role role, Space space, String canary) {

  Actor.Member at(UUID device) {
    return new Actor.Member(user, role, device);
  }
}
