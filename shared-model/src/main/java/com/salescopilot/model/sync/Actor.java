package com.salescopilot.model.sync;

import com.salescopilot.model.id.UserId;
import java.util.UUID;

/// Who makes a change.
public sealed interface Actor {

  /// A person at one of their devices.
  ///
  /// @param device the client's device, or the session of a REST call
  record Member(UserId user, Role role, UUID device) implements Actor {}

  /// Whether both act from one device, whatever their role is by now.
  static boolean sameDevice(Actor one, Actor other) {
    return one instanceof Member a
        && other instanceof Member b
        && a.user().equals(b.user())
        && a.device().equals(b.device());
  }

  /// A worker or an event consumer of the server.
  record Internal(String name) implements Actor {}
}
