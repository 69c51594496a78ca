package com.salescopilot.model.entity;

/// The two streams of a client: `ws` belongs to the workspace, `me` to one user in it.
public enum StreamKind {
  WS("ws"),
  ME("me");

  private final String wire;

  StreamKind(String wire) {
    this.wire = wire;
  }

  /// The name on the wire.
  public String wire() {
    return wire;
  }
}
