package com.salescopilot.model.csv;

import java.util.List;

/// One row of a file.
public sealed interface CsvRecord {

  /// The line it begins on, from 1.
  int line();

  /// A row that could be read.
  record Row(int line, List<String> cells) implements CsvRecord {
    public Row {
      cells = List.copyOf(cells);
    }

    /// Whether there is nothing in it: spreadsheets leave such rows at the end.
    public boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /// A line that could not be read as a row.
  ///
  /// @param text the line as it stands
  record Broken(int line, String text, RowProblem problem) implements CsvRecord {}
}
