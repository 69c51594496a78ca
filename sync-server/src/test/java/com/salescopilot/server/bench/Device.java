package com.salescopilot.server.bench;

import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A device that pushes its changes as a desktop does.
final class Device {
  private static final long BEFORE_AGAIN_NANOS = 20_000_000;

  private final Account account;
  private final UUID id = UUID.randomUUID();
  private final AtomicLong refused;
  private ChainPosition reached = ChainPosition.START;

  /// @param refused counts the pushes that came too early for a busy server
  Device(Account account, AtomicLong refused) {
    this.account = account;
    this.refused = refused;
  }

  /// Pushes the changes in one request, as often as it takes.
  void push(List<Change> changes) throws IOException, InterruptedException {
    List<PushRequest.Item> items = new ArrayList<>();
    for (Change change : changes) {
      items.add(
          new PushRequest.Item(
              reached.seq() + items.size() + 1, UUID.randomUUID(), 0, Codec.write(change)));
    }
    String body = new PushRequest(id, reached, items).json();
    while (true) {
      HttpResponse<String> answer = account.post("/api/sync/push", body);
      if (answer.statusCode() == 200) {
        reached = PushReply.parseThrough(answer.body()).last();
        return;
      }
      if (answer.statusCode() != 503) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      refused.incrementAndGet();
      LockSupport.parkNanos(BEFORE_AGAIN_NANOS);
    }
  }
}
