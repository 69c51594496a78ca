package com.salescopilot.server.db;

/// Connections kept for members' requests and for workers.
public record PoolSizes(int app, int worker) {

  /// What two cores and one process need.
  public static final PoolSizes STANDARD = new PoolSizes(10, 4);

  public PoolSizes {
    if (app < 1 || worker < 1) {
      throw new IllegalArgumentException("a pool holds at least one connection");
    }
  }
}
