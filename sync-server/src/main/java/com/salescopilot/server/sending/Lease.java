package com.salescopilot.server.sending;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Scope;
import java.util.UUID;

/// The right to send from a mailbox, for one worker at a time.
///
/// @param token rises with every lease; it fences off whoever held the mailbox before
/// @param left whether an earlier holder left mails half done
record Lease(WorkspaceId workspace, UUID mailbox, long token, boolean left) {
  Scope scope() {
    return Scope.ofSystem(workspace);
  }
}
