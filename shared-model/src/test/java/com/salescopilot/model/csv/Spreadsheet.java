package com.salescopilot.model.csv;

import java.util.ArrayList;
import java.util.List;

/// Reads a file as spreadsheets do, which split by what their country splits by: a quote counts at
/// the beginning of a cell alone, and what follows the closing one belongs to the cell.
final class Spreadsheet {
  private final String text;
  private final char delimiter;
  private int at;

  private Spreadsheet(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /// All cells of a file.
  static List<String> cells(String text, char delimiter) {
    Spreadsheet reading = new Spreadsheet(text, delimiter);
    List<String> cells = new ArrayList<>();
    while (reading.at < text.length()) {
      cells.add(reading.cell());
      reading.at++;
    }
    return cells;
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    if (text.charAt(at) == '"') {
      at++;
      while (at < text.length() && !(text.charAt(at) == '"' && !follows('"'))) {
        at += text.charAt(at) == '"' ? 1 : 0;
        cell.append(text.charAt(at++));
      }
      at++;
    }
    while (at < text.length() && !ends(text.charAt(at))) {
      cell.append(text.charAt(at++));
    }
    return cell.toString();
  }

  private boolean follows(char next) {
    return at + 1 < text.length() && text.charAt(at + 1) == next;
  }

  private boolean ends(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }
}
