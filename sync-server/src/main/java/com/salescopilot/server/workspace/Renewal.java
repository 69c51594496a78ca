package com.salescopilot.server.workspace;

import com.salescopilot.model.id.UserId;
import com.salescopilot.server.db.Tx;
import java.time.Instant;

/// Makes the access tokens of a person worthless, with the commit of what made them untrue.
public interface Renewal {
  /// In all processes, within a second of the commit.
  void renew(Tx tx, UserId user, Instant now);
}
