package com.salescopilot.model.csv;

/// Cells that no spreadsheet runs. One that would begin a formula gets an apostrophe in front, and
/// reading takes one away; `guarded` and then `plain` is what was there, whatever it was.
public final class InertCell {
  private static final char GUARD = '\'';

  /// What begins a formula somewhere; the wide forms do in East Asian spreadsheets.
  private static final String STARTS = "=+-@\t\r＝＋－＠";

  private InertCell() {}

  /// The cell as it is written to a file.
  public static String guarded(String cell) {
    return startsFormula(cell, 0) ? GUARD + cell : cell;
  }

  /// The cell as it was before it was written.
  public static String plain(String cell) {
    return startsFormula(cell, 1) ? cell.substring(1) : cell;
  }

  /// Whether a formula's sign follows at least so many apostrophes.
  private static boolean startsFormula(String cell, int guards) {
    int at = 0;
    while (at < cell.length() && cell.charAt(at) == GUARD) {
      at++;
    }
    return at >= guards && at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
  }
}
