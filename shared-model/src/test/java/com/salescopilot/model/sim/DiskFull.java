package com.salescopilot.model.sim;

/// SQLite's code 13.
final class DiskFull extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
