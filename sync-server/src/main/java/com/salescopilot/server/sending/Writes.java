package com.salescopilot.server.sending;

import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.Streams;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// The workers' changes of mails, a few at a time: people's requests need connections too.
final class Writes {
  private static final Actor WORKER = new Actor.Internal("sending");
  private static final int AT_ONCE = 4;

  private final Streams streams;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Writes(Streams streams) {
    this.streams = streams;
  }

  /// Makes the changes that a look at the locked rows leads to.
  void write(Lease lease, Function<Tx, List<Change>> changes) {
    turns.acquireUninterruptibly();
    try {
      streams.write(lease.scope(), WORKER, changes);
    } finally {
      turns.release();
    }
  }
}
