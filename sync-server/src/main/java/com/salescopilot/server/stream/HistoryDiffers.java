package com.salescopilot.server.stream;

import com.salescopilot.model.server.Standing;
import java.util.Optional;
import java.util.UUID;

/// A client asks that has read another history than this one. Nothing was applied, nothing is
/// shown.
public final class HistoryDiffers extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Standing standing;
  private final transient Optional<UUID> known;
  private final transient Optional<UUID> current;

  HistoryDiffers(Standing standing, Optional<UUID> known, Optional<UUID> current) {
    super("the client has read another history: " + standing);
    this.standing = standing;
    this.known = known;
    this.current = current;
  }

  /// In what it differs.
  public Standing standing() {
    return standing;
  }

  /// The life of the database that the client knows.
  public Optional<UUID> known() {
    return known;
  }

  /// The life that the database is in.
  public Optional<UUID> current() {
    return current;
  }
}
