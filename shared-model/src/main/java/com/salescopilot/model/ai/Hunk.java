package com.salescopilot.model.ai;

/// One change of a text that can be taken or left alone.
///
/// @param from where it begins, in UTF-16 units of the text as it was
/// @param to the unit after what it replaces
/// @param text what stands there instead
/// @param reason a word for why: a pass of the built-in engine, or `MODEL`
public record Hunk(int from, int to, String text, String reason) {
  public Hunk {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a change from " + from + " to " + to);
    }
  }
}
