package com.salescopilot.model.id;

import java.util.UUID;

/// A person who signs in; a member of one workspace or of several.
public record UserId(UUID value) {

  /// Reads the 36 character form.
  ///
  /// @throws IllegalArgumentException with a sentence for people, if it is not a UUID
  public static UserId parse(String text) {
    return new UserId(UuidText.parse("user id", text));
  }

  /// The UUID in lower case.
  @Override
  public String toString() {
    return value.toString();
  }
}
