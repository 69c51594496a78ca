package com.salescopilot.server.egress;

import java.io.IOException;

/// A connection that the operator did not allow; nothing of it reached the network.
public final class EgressRefused extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param what for the log
  EgressRefused(String what) {
    super(what);
  }
}
