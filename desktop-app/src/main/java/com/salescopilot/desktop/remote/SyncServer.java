package com.salescopilot.desktop.remote;

import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;

/// The server's side of synchronising, for one member. Every call may throw a [RemoteException].
public interface SyncServer {

  /// Sends a stretch of the chain.
  PushReply push(PushRequest request);

  /// Prepares to read what is new; nothing is asked before it runs.
  Pull pull(PullRequest request);

  /// Ends every call that is under way; each throws [RemoteException.NoAnswer].
  void interrupt();
}
