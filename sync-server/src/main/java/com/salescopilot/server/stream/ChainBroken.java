package com.salescopilot.server.stream;

import com.salescopilot.model.protocol.ChainPosition;

/// A push that does not go on where its device's chain ended. Nothing was applied.
public final class ChainBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ChainPosition last;

  ChainBroken(ChainPosition last) {
    super("the chain goes on after " + last.seq());
    this.last = last;
  }

  /// Where the chain ended.
  public ChainPosition last() {
    return last;
  }
}
