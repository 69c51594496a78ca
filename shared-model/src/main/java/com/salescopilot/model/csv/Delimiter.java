package com.salescopilot.model.csv;

import java.util.HashSet;
import java.util.Set;

/// What stands between two cells, in the order of preference.
public enum Delimiter {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  PIPE('|');

  private static final int LOOKED_AT = 10;

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  /// The character itself.
  public char character() {
    return character;
  }

  /// The delimiter that gives the first ten rows one equal number of cells, at least two: the one
  /// that gives most; a comma where none does.
  public static Delimiter sniff(String text) {
    Delimiter best = COMMA;
    int most = 1;
    for (Delimiter candidate : values()) {
      int width = commonWidth(text, candidate);
      if (width > most) {
        best = candidate;
        most = width;
      }
    }
    return best;
  }

  /// The number of cells that each of the first rows has, or 0 if they differ.
  private static int commonWidth(String text, Delimiter delimiter) {
    CsvReader rows = new CsvReader(text, Dialect.of(delimiter), CsvLimits.IMPORT);
    Set<Integer> widths = new HashSet<>();
    for (int i = 0; i < LOOKED_AT && rows.hasNext(); i++) {
      switch (rows.next()) {
        case CsvRecord.Row row -> widths.add(row.cells().size());
        case CsvRecord.Broken broken -> widths.add(0);
      }
    }
    return widths.size() == 1 ? widths.iterator().next() : 0;
  }
}
