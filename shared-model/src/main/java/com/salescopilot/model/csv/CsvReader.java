package com.salescopilot.model.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Reads rows as RFC 4180 writes them, with any line end, and goes on after a row that cannot be
/// read: a quote that nobody closed costs its own line and not the rest of the file.
///
/// Not strict where files of the world are not: blanks beside quotes belong to the cell, and text
/// after a closing quote is kept.
public final class CsvReader implements Iterator<CsvRecord> {
  private static final char QUOTE = '"';

  private final String text;
  private final Dialect dialect;
  private final int longestCell;

  private int at;
  private int line = 1;

  /// What is wrong with the row that is being read.
  private RowProblem fault = RowProblem.UNCLOSED_QUOTE;

  /// How many cells the last row had, as the next one is likely to have.
  private int likelyWidth = 8;

  public CsvReader(String text, Dialect dialect, CsvLimits limits) {
    this.text = text;
    this.dialect = dialect;
    this.longestCell = limits.cell();
    skip();
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public CsvRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the file has ended");
    }
    int start = at;
    int startLine = line;
    CsvRecord next;
    if (dialect.comments() == Dialect.Comments.READ && isComment()) {
      at = lineEnd(at);
      next = new CsvRecord.Row(startLine, List.of(text.substring(start + 1, at)));
    } else {
      List<String> cells = new ArrayList<>(likelyWidth);
      if (row(cells)) {
        likelyWidth = cells.size();
        next = new CsvRecord.Row(startLine, cells);
      } else {
        line = startLine;
        at = lineEnd(start);
        next = new CsvRecord.Broken(startLine, text.substring(start, at), fault);
      }
    }
    endLine();
    skip();
    return next;
  }

  /// Passes over the lines that are no rows.
  private void skip() {
    boolean more = true;
    while (more && at < text.length()) {
      more = false;
      if (dialect.comments() == Dialect.Comments.SKIP && isComment()) {
        at = lineEnd(at);
        endLine();
        more = true;
      } else if (dialect.emptyLines() == Dialect.EmptyLines.SKIP && isLineEnd(text.charAt(at))) {
        endLine();
        more = true;
      }
    }
  }

  private boolean isComment() {
    return text.charAt(at) == '#';
  }

  /// Reads cells up to the end of the line.
  ///
  /// @return false if the row cannot be read
  private boolean row(List<String> cells) {
    while (true) {
      int start = at;
      boolean quoted = at < text.length() && text.charAt(at) == QUOTE;
      if (quoted ? !quoted(cells) : !bare(cells, start)) {
        return false;
      }
      if (at >= text.length() || isLineEnd(text.charAt(at))) {
        return true;
      }
      at++;
    }
  }

  private boolean bare(List<String> cells, int start) {
    at = cellEnd(start);
    if (at - start > longestCell) {
      fault = RowProblem.CELL_TOO_LONG;
      return false;
    }
    cells.add(text.substring(start, at));
    return true;
  }

  private boolean quoted(List<String> cells) {
    int from = at + 1;
    int startLine = line;
    int limit = Math.min(text.length(), at + 2 * longestCell + 2);
    StringBuilder joined = null;
    while (true) {
      int close = text.indexOf(QUOTE, from, limit);
      if (close < 0) {
        boolean unclosed = limit == text.length() || lineEnd(at) < limit;
        fault = unclosed ? RowProblem.UNCLOSED_QUOTE : RowProblem.CELL_TOO_LONG;
        return false;
      }
      countLines(from, close);
      boolean doubled = close + 1 < text.length() && text.charAt(close + 1) == QUOTE;
      if (doubled) {
        joined = joined == null ? new StringBuilder() : joined;
        joined.append(text, from, close + 1);
        from = close + 2;
        continue;
      }
      at = cellEnd(close + 1);
      if (at > close + 1 && line > startLine) {
        // it ends amid a word, lines below: that is where another cell's quote begins
        fault = RowProblem.UNCLOSED_QUOTE;
        return false;
      }
      String cell =
          joined == null && at == close + 1
              ? text.substring(from, close)
              : (joined == null ? new StringBuilder() : joined)
                  .append(text, from, close)
                  .append(text, close + 1, at)
                  .toString();
      if (cell.length() > longestCell) {
        fault = RowProblem.CELL_TOO_LONG;
        return false;
      }
      cells.add(cell);
      return true;
    }
  }

  private int cellEnd(int from) {
    char delimiter = dialect.delimiter();
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == delimiter || c == '\n' || c == '\r') {
        return end;
      }
      end++;
    }
    return end;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        line++;
      }
    }
  }

  /// Steps over the line end that the reader stands at.
  private void endLine() {
    if (at >= text.length()) {
      return;
    }
    boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    at += both ? 2 : 1;
    line++;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
