package com.salescopilot.desktop.editor;

/// What kind of line a line is. Out of range values are brought into it.
///
/// @param level how deep a list item is nested, 0 to [#MAX_LEVEL]; 0 for text
/// @param quote how often the line is quoted, 0 to [#MAX_QUOTE]
public record Shape(Kind kind, int level, int quote) {
  /// Deeper items are drawn on this level.
  public static final int MAX_LEVEL = 4;

  /// Deeper quotes are drawn as this one.
  public static final int MAX_QUOTE = 5;

  /// A line of text that nobody quotes.
  public static final Shape TEXT = new Shape(Kind.TEXT, 0, 0);

  /// The kinds of line.
  public enum Kind {
    /// No list item.
    TEXT,
    /// An item of a list with bullets.
    BULLET,
    /// An item of a list with numbers.
    NUMBER
  }

  /// Brings the numbers into their range.
  public Shape {
    level = kind == Kind.TEXT ? 0 : Math.clamp(level, 0, MAX_LEVEL);
    quote = Math.clamp(quote, 0, MAX_QUOTE);
  }

  /// Whether the line is a list item.
  public boolean isItem() {
    return switch (kind) {
      case TEXT -> false;
      case BULLET, NUMBER -> true;
    };
  }

  Shape as(Kind other) {
    return new Shape(other, level, quote);
  }

  Shape atLevel(int other) {
    return new Shape(kind, other, quote);
  }

  Shape quoted(int times) {
    return new Shape(kind, level, times);
  }
}
