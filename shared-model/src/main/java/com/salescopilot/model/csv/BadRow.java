package com.salescopilot.model.csv;

/// A row that is not imported.
///
/// @param detail one sentence for the person who chose the file
public record BadRow(CsvRecord read, RowProblem problem, String detail) {

  /// The line it begins on.
  public int line() {
    return read.line();
  }
}
