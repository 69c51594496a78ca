package com.salescopilot.model.csv;

import java.util.List;

/// Writes rows for spreadsheets: a byte order mark, so that they read UTF-8, lines that end in CRLF
/// (RFC 4180), and cells that they do not run ([InertCell]).
public final class CsvWriter {
  private final StringBuilder text = new StringBuilder("\uFEFF");

  /// Adds a row.
  public CsvWriter row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      cell(InertCell.guarded(cells.get(i)), cells.size() == 1);
    }
    text.append("\r\n");
    return this;
  }

  /// What was written, with the byte order mark.
  public String text() {
    return text.toString();
  }

  /// A lonely empty cell is quoted: an empty line is no row.
  private void cell(String cell, boolean lonely) {
    if (!(lonely && cell.isEmpty()) && isPlain(cell)) {
      text.append(cell);
    } else {
      text.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /// All delimiters are quoted, as it is the reading machine that chooses its own.
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"' || c == '\r' || c == '\n') {
        return false;
      }
      for (Delimiter delimiter : Delimiter.values()) {
        if (c == delimiter.character()) {
          return false;
        }
      }
    }
    return true;
  }
}
