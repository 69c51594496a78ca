package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Tells the server of everything that waits. One at a time, for the chain has one end.
final class PushRounds {
  /// A chain that is refused so often in a row is not going to fit.
  private static final int MOST_BREAKS = 5;

  /// The HTTP status that says so; a proxy may take less than the server does.
  private static final int TOO_LARGE = 413;

  private final ClientCore core;
  private final InstantSource clock;
  private final Link link;
  private final ReentrantLock turn = new ReentrantLock(true);

  PushRounds(ClientCore core, InstantSource clock, Link link) {
    this.core = core;
    this.clock = clock;
    this.link = link;
  }

  /// Sends until nothing is left to send.
  void all() {
    turn.lock();
    try {
      int breaks = 0;
      while (true) {
        link.server(); // without one, nothing is sealed
        Optional<PushRequest> next = core.nextPush(clock.instant());
        if (next.isEmpty()) {
          return;
        }
        PushReply reply;
        try {
          reply = link.ask(server -> server.push(next.get()));
        } catch (RemoteException.Refused e) {
          if (e.status() == TOO_LARGE && core.onPushTooLarge()) {
            continue;
          }
          throw e;
        }
        breaks = reply instanceof PushReply.Through ? 0 : breaks + 1;
        if (breaks > MOST_BREAKS) {
          throw new RemoteException.Garbled("it refuses every place in the chain of changes");
        }
        core.onPushReply(reply);
      }
    } finally {
      turn.unlock();
    }
  }

  /// Waits until nothing is being sent.
  @SuppressWarnings("LockNotBeforeTry") // having it for a moment is all
  void settle() {
    turn.lock();
    turn.unlock();
  }
}
