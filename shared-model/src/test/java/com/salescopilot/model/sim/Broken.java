package com.salescopilot.model.sim;

/// An oracle saw a promise broken.
final class Broken extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final Oracle oracle;

  Broken(Oracle oracle, String what) {
    super(oracle + ": " + what);
    this.oracle = oracle;
  }

  Broken(Oracle oracle, Throwable cause) {
    super(oracle + ": " + cause, cause);
    this.oracle = oracle;
  }

  Oracle oracle() {
    return oracle;
  }
}
