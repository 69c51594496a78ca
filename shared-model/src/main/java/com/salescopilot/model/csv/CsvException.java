package com.salescopilot.model.csv;

/// A file that cannot be read as a whole. What is wrong with single rows is said at the rows.
public final class CsvException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final String detail;

  /// What is wrong with a file.
  public enum Problem {
    /// It has no line with names.
    EMPTY,
    TOO_LARGE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /// No column holds mail addresses, and nothing else says who somebody is.
    NO_EMAIL_COLUMN
  }

  /// @param detail one sentence for the person who chose the file
  public CsvException(Problem problem, String detail) {
    super(detail);
    this.problem = problem;
    this.detail = detail;
  }

  /// One sentence for the person who chose the file.
  public String detail() {
    return detail;
  }

  /// What is wrong.
  public Problem problem() {
    return problem;
  }
}
