package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// What a new account may bring along to come into a workspace of others.
public interface Invitations {
  /// Uses a code up.
  ///
  /// @return empty: it is worth nothing
  Optional<Invitation> use(Tx tx, String code, Instant now);

  /// A code that was good.
  interface Invitation {
    /// Makes the account a member.
    Place enter(Tx tx, UserId user, Instant now);
  }

  /// A workspace that somebody is in.
  record Place(WorkspaceId workspace, String name, Role role) {}
}
