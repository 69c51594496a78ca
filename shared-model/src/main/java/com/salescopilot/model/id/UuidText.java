package com.salescopilot.model.id;

import java.util.UUID;

/// The one textual form of a UUID that we accept.
///
/// `UUID.fromString` alone also takes `1-1-1-1-1`: two texts would then name one row, and a
/// comparison of texts would miss it.
public final class UuidText {
  private static final int LENGTH = 36;

  private UuidText() {}

  /// Reads the 36 character form, in either case.
  ///
  /// @param what how the message names the value, e.g. `workspace id`
  /// @throws IllegalArgumentException with a sentence for people, which does not repeat the text
  public static UUID parse(String what, String text) {
    if (text.length() == LENGTH) {
      try {
        UUID id = UUID.fromString(text);
        if (id.toString().equalsIgnoreCase(text)) {
          return id;
        }
      } catch (IllegalArgumentException _) {
        // answered below, in our words
      }
    }
    throw new IllegalArgumentException("The " + what + " is not a UUID of 36 characters.");
  }
}
