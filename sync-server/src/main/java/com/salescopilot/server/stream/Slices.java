package com.salescopilot.server.stream;

import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushRequest;
import java.util.List;

/// Cuts a long push into stretches that hold the workspace for a moment each: somebody's edit waits
/// for one of them, not for another's whole backlog. How many mutations a moment has room for is
/// learnt from the last stretch.
final class Slices {
  private static final int FIRST = 100;
  private static final int LEAST = 10;
  private static final long MOMENT_NANOS = 25_000_000;

  private final PushRequest whole;
  private ChainPosition reached;
  private int at;
  private int size = FIRST;
  private int following = FIRST;

  Slices(PushRequest whole) {
    this.whole = whole;
    this.reached = whole.after();
  }

  /// The next stretch; an empty push is one of its own.
  PushRequest next() {
    return whole.with(reached, rest(size));
  }

  /// So long the last stretch held the workspace.
  void held(long nanos) {
    long fitting = rest(size).size() * MOMENT_NANOS / Math.max(1, nanos);
    following = Math.clamp(fitting, LEAST, PushRequest.MOST);
  }

  /// The last stretch was taken.
  void took(ChainPosition place) {
    at += rest(size).size();
    reached = place;
    size = following;
  }

  boolean atStart() {
    return at == 0;
  }

  boolean done() {
    return at >= whole.mutations().size();
  }

  ChainPosition reached() {
    return reached;
  }

  private List<PushRequest.Item> rest(int most) {
    List<PushRequest.Item> all = whole.mutations();
    return all.subList(at, Math.min(all.size(), at + most));
  }
}
