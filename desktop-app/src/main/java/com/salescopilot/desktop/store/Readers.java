package com.salescopilot.desktop.store;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// Connections that read. Each reading is one snapshot and is over soon, because a long one keeps
/// the write-ahead log from shrinking.
final class Readers implements AutoCloseable {
  private final Connections connections;
  private final InstantSource clock;
  private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

  Readers(Connections connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  private record Reader(Db db, SqliteTx tx) {}

  <T> T read(Function<SqliteTx, T> work) {
    Reader reader = take();
    try {
      return work.apply(reader.tx());
    } finally {
      reader.db().rollback();
      idle.add(reader);
    }
  }

  private Reader take() {
    Reader reader = idle.poll();
    if (reader != null) {
      return reader;
    }
    Db db = connections.reader();
    return new Reader(db, new SqliteTx(db, clock));
  }

  @Override
  public void close() {
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.db().close();
    }
  }
}
