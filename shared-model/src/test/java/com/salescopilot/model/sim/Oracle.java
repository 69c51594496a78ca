package com.salescopilot.model.sim;

/// Who judges a run. The numbers are those of the promise in the package's tests.
enum Oracle {
  /// 1: after quiet everybody has the server's rows and an empty outbox.
  CONVERGED,
  /// 2: the server's rows are what a plain model makes of its log.
  NAIVE_SERVER,
  /// 3: what was acknowledged is in the log, and no value vanished unseen.
  KEPT,
  /// 4: people see their own writes, and never an older state after a newer one.
  SESSION,
  /// 5: at the end of an answer a client has every row up to its cursors, and no other.
  COMPLETE,
  /// 6: one click on send hands one mail over.
  SENT_ONCE,
  /// 7: outboxes empty soon after the last fault.
  DRAINED,
  /// 8: nothing of one workspace or person is seen in another.
  WALLS,
  /// 9: the invariants of the client's store.
  INVARIANTS,
  /// Nothing throws what nobody expects.
  NO_SURPRISE
}
