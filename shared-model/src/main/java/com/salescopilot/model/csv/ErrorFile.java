package com.salescopilot.model.csv;

import java.util.ArrayList;
import java.util.List;

/// The rows that were not imported as a file to mend and import again: the columns of the file, and
/// one that says what is wrong.
public final class ErrorFile {
  /// The last column; an import passes over it.
  public static final String ERROR = "error";

  private ErrorFile() {}

  /// The text of the file.
  public static String of(List<String> header, List<BadRow> bad) {
    CsvWriter out = new CsvWriter();
    out.row(line(header, header.size(), ERROR));
    for (BadRow row : bad) {
      List<String> cells =
          switch (row.read()) {
            case CsvRecord.Row read -> read.cells().stream().map(InertCell::plain).toList();
            case CsvRecord.Broken broken -> List.of(InertCell.plain(broken.text()));
          };
      out.row(line(cells, header.size(), row.detail()));
    }
    return out.text();
  }

  private static List<String> line(List<String> cells, int width, String error) {
    List<String> line = new ArrayList<>(cells);
    while (line.size() < width) {
      line.add("");
    }
    line.add(error);
    return line;
  }
}
