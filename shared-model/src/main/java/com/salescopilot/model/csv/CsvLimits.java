package com.salescopilot.model.csv;

/// How large a file may be.
///
/// @param rows the most rows below the header
/// @param bytes the most bytes of the file
/// @param columns the most columns
/// @param cell the most UTF-16 units of a cell
public record CsvLimits(int rows, long bytes, int columns, int cell) {

  /// What an import takes.
  public static final CsvLimits IMPORT = new CsvLimits(50_000, 64L << 20, 200, 10_000);
}
