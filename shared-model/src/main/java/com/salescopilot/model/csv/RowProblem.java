package com.salescopilot.model.csv;

/// Why a row is not imported.
public enum RowProblem {
  UNCLOSED_QUOTE,
  CELL_TOO_LONG,
  /// Another number of cells than the header has.
  WIDTH,
  NO_EMAIL,
  BAD_EMAIL,
  /// A value that its field does not take.
  BAD_VALUE,
  ROW_TOO_LARGE
}
