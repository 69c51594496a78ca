package com.salescopilot.model.protocol;

/// A client and a server that are too far apart. Whoever is older has to be renewed; until then the
/// client works offline.
public final class VersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Side older;

  VersionException(Side older) {
    super(older + " is older than the other side can serve");
    this.older = older;
  }

  /// One of the two.
  public enum Side {
    /// The program on the desk.
    CLIENT,
    /// The server.
    SERVER
  }

  /// Which of them is the older one.
  public Side older() {
    return older;
  }
}
