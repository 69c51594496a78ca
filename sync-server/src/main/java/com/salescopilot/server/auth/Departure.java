package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Tx;
import java.time.Instant;

/// Takes an account out of a workspace before it is deleted.
public interface Departure {
  /// With what is its own there, and with the workspace itself if nobody else is in it.
  ///
  /// @param tx of the account
  /// @throws com.salescopilot.server.http.AppError.Conflict `LAST_ADMIN`
  void leave(Tx tx, WorkspaceId workspace, UserId user, Instant now);
}
