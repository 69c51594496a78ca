package com.salescopilot.model.protocol;

/// Which client and which server understand each other. `protocol` counts what breaks: messages of
/// another form. `schema` counts what is added: a server serves the clients of its own schema and
/// of the three before, and no client of a later one, whose changes it could not keep.
public final class Versions {
  /// The version of the messages.
  public static final int PROTOCOL = 1;

  /// The version of the entities and their fields.
  public static final int SCHEMA = 1;

  /// How many older schemas a server serves.
  private static final int OLDER = 3;

  private Versions() {}

  /// Checks what a client says of itself.
  ///
  /// @throws VersionException if this server does not serve it
  static void check(WireObject request) {
    check(request, PROTOCOL, SCHEMA);
  }

  static void check(WireObject request, long protocol, long schema) {
    long theirs = request.whole("protocol");
    long fields = request.maybe("schema").isPresent() ? request.whole("schema") : 1;
    if (theirs > protocol || fields > schema) {
      throw new VersionException(VersionException.Side.SERVER);
    }
    if (theirs < protocol || fields < schema - OLDER) {
      throw new VersionException(VersionException.Side.CLIENT);
    }
  }
}
