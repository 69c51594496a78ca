package com.salescopilot.desktop.remote;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import java.util.List;

/// The server's side of synchronising, for one member. Every call may throw a [RemoteException].
public interface SyncServer {

  /// Sends a stretch of the chain.
  PushReply push(PushRequest request);

  /// Prepares to read what is new; nothing is asked before it runs.
  Pull pull(PullRequest request);

  /// What was done to a row, the newest first; nothing if the server knows of no such row.
  List<PastChange> history(RowKey row);

  /// What was deleted and can be brought back, the newest first.
  List<Trashed> trash();

  /// Ends every call that is under way; each throws [RemoteException.NoAnswer].
  void interrupt();
}
