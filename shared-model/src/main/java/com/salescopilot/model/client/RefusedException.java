package com.salescopilot.model.client;

import com.salescopilot.model.sync.Outcome;

/// An edit that the rules do not take. Nothing was changed.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Outcome.Rejected reason;

  RefusedException(Outcome.Rejected reason) {
    super(reason.detail());
    this.reason = reason;
  }

  /// Why.
  public Outcome.Rejected reason() {
    return reason;
  }
}
