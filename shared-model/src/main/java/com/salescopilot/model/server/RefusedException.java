package com.salescopilot.model.server;

import com.salescopilot.model.sync.Outcome;

/// A change that the rules do not take. The transaction must be rolled back.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Outcome.Rejected reason;

  public RefusedException(Outcome.Rejected reason) {
    super(reason.detail());
    this.reason = reason;
  }

  /// Why.
  public Outcome.Rejected reason() {
    return reason;
  }
}
