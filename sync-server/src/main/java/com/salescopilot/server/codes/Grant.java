package com.salescopilot.server.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import java.util.Optional;

/// What a code stands for.
///
/// @param user whose it is, or who made it; empty: nobody that is known
/// @param data whatever its maker wants back with it; an object, no secret
public record Grant(
    Kind kind, Optional<UserId> user, Optional<WorkspaceId> workspace, JsonNode data) {

  /// A code of one kind is worth nothing as another.
  public enum Kind {
    /// Comes back from a browser that was sent to a provider.
    OAUTH_STATE,
    /// Is brought by a browser to the app, which exchanges it for a session.
    OAUTH_CODE,
    /// Sets a new password.
    RESET,
    /// Makes a member.
    INVITE
  }
}
