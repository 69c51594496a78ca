package com.salescopilot.model.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Cells that break readers, writers and spreadsheets.
final class HostileCells {
  private static final List<String> PIECES =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "＝",
          "＋",
          "－",
          "＠",
          "'",
          "''",
          "\"",
          "\"\"",
          ",",
          ";",
          "|",
          "#",
          "\\",
          " ",
          "\u00a0",
          "\ufeff",
          "ä",
          "日本",
          "😀",
          "\u202e",
          "1+1",
          "cmd|' /C calc'!A0",
          "HYPERLINK(\"http://evil.example\")",
          "{{firstName}}",
          "<b>",
          "null");

  private HostileCells() {}

  static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      cell.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return cell.toString();
  }

  static List<List<String>> table(Random random) {
    int width = 1 + random.nextInt(5);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      List<String> row = new ArrayList<>();
      for (int k = 0; k < width; k++) {
        row.add(cell(random));
      }
      rows.add(row);
    }
    return rows;
  }
}
