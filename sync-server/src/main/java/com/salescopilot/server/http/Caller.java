package com.salescopilot.server.http;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Scope;
import java.util.UUID;

/// Who makes a request, as the token says.
///
/// @param workspace the one workspace that this request may see
/// @param role the membership's role in it
/// @param session the sign-in that the token belongs to
public record Caller(WorkspaceId workspace, UserId user, Role role, UUID session) {
  private static final UUID NIL = new UUID(0, 0);

  /// The caller of a public route: no workspace, no user, no right.
  public static final Caller STRANGER =
      new Caller(new WorkspaceId(NIL), new UserId(NIL), Role.USER, NIL);

  /// Whether nobody is signed in.
  public boolean stranger() {
    return session.equals(NIL);
  }

  /// What the database may show to this caller.
  ///
  /// @throws IllegalStateException for a stranger, who sees nothing
  public Scope scope() {
    if (stranger()) {
      throw new IllegalStateException("a stranger has no workspace");
    }
    return new Scope(workspace, user);
  }
}
