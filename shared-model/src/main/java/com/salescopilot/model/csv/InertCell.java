package com.salescopilot.model.csv;

/// Cells that no spreadsheet runs. One that would begin a formula gets an apostrophe in front, and
/// reading takes one away; `guarded` and then `plain` is what was there, whatever it was.
///
/// A spreadsheet splits by what its country splits by, quotes or no quotes: half of a cell with a
/// semicolon in it is a cell of its own there. So what follows a delimiter or a line end within a
/// cell is guarded like a beginning.
public final class InertCell {
  private static final char GUARD = '\'';

  /// What begins a formula somewhere; the wide forms do in East Asian spreadsheets.
  private static final String STARTS = "=+-@\t\r＝＋－＠";

  /// What a cell may begin behind, beside its own start.
  private static final String ENDS = ";|\t\r\n";

  /// What may stand before a formula and be gone when it is run.
  private static final String QUOTES = "'\"";

  private InertCell() {}

  /// The cell as it is written to a file.
  public static String guarded(String cell) {
    StringBuilder out = new StringBuilder(cell.length() + 1);
    for (int at = 0; at < cell.length(); ) {
      int next = next(cell, at);
      if (startsFormula(cell, at)) {
        out.append(GUARD);
      }
      out.append(cell, at, next);
      at = next;
    }
    return out.toString();
  }

  /// The cell as it was before it was written.
  public static String plain(String cell) {
    if (cell.indexOf(GUARD) < 0) {
      return cell;
    }
    StringBuilder out = new StringBuilder(cell.length());
    for (int at = 0; at < cell.length(); ) {
      int next = next(cell, at);
      boolean guard = cell.charAt(at) == GUARD && startsFormula(cell, at);
      out.append(cell, guard ? at + 1 : at, next);
      at = next;
    }
    return out.toString();
  }

  /// Where the next piece begins that may be a cell of its own.
  private static int next(String cell, int from) {
    int at = from;
    while (at < cell.length() && ENDS.indexOf(cell.charAt(at)) < 0) {
      at++;
    }
    return Math.min(at + 1, cell.length());
  }

  /// Whether a formula's sign follows, behind quotes or at once.
  private static boolean startsFormula(String cell, int from) {
    int at = from;
    while (at < cell.length() && QUOTES.indexOf(cell.charAt(at)) >= 0) {
      at++;
    }
    return at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
  }
}
