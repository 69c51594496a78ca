package com.salescopilot.model.id;

import java.util.UUID;

/// The tenant that a row belongs to.
public record WorkspaceId(UUID value) {

  /// Reads the 36 character form.
  ///
  /// @throws IllegalArgumentException with a sentence for people, if it is not a UUID
  public static WorkspaceId parse(String text) {
    return new WorkspaceId(UuidText.parse("workspace id", text));
  }

  /// The UUID in lower case.
  @Override
  public String toString() {
    return value.toString();
  }
}
