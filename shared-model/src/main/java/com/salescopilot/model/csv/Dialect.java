package com.salescopilot.model.csv;

/// How a table is written down.
///
/// @param delimiter between two cells
public record Dialect(char delimiter, Comments comments, EmptyLines emptyLines) {

  /// What a line that begins with `#` is.
  public enum Comments {
    /// A row like any other.
    NONE,
    /// Passed over.
    SKIP,
    /// A row of one cell: what follows the `#`.
    READ
  }

  /// What a line without a character is.
  public enum EmptyLines {
    /// A row of one empty cell.
    READ,
    SKIP
  }

  /// The way in which people's files are read.
  public static Dialect of(Delimiter delimiter) {
    return new Dialect(delimiter.character(), Comments.NONE, EmptyLines.SKIP);
  }
}
