package com.salescopilot.desktop.synccentre;

import java.util.Optional;

/// A conflict as it is reviewed: what happened, the values side by side, and what can be decided.
///
/// @param when how long ago it came up, in words
/// @param was what both began with, if that is known
/// @param mine the value of this person
/// @param theirs the value that stands
/// @param editable what an edit begins with; empty where a value cannot be typed here
record Review(
    Card card,
    String when,
    Optional<Side> was,
    Optional<Side> mine,
    Optional<Side> theirs,
    Optional<String> editable) {
  private static final int LONG = 120;

  /// A value and whose it is.
  record Side(String name, String text) {}

  /// Whether the two are read better as one text with marks than beside each other.
  boolean isLong() {
    return mine.isPresent()
        && theirs.isPresent()
        && (isLong(mine.get().text()) || isLong(theirs.get().text()));
  }

  private static boolean isLong(String text) {
    return text.length() > LONG || text.contains("\n");
  }
}
