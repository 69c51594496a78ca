package com.salescopilot.server.db;

import java.util.ArrayList;
import java.util.List;

/// Turns `:name` into `?` and remembers the names, leaving alone what only looks like a parameter:
/// strings, quoted names, dollar quotes, comments and casts.
///
/// DbClient has a parser of its own, but it takes `::jsonb` for a parameter and runs at every call.
final class Places {

  private final String name;
  private final String sql;
  private final StringBuilder out = new StringBuilder();
  private final List<String> parameters = new ArrayList<>();
  private int at;

  private Places(String name, String sql) {
    this.name = name;
    this.sql = sql;
  }

  static Sql of(String name, String sql, List<String> notes) {
    var places = new Places(name, sql);
    while (places.at < sql.length()) {
      places.step();
    }
    return new Sql(name, places.out.toString(), places.parameters, notes);
  }

  private void step() {
    char c = sql.charAt(at);
    switch (c) {
      case '\'' -> copyTo(endOfQuote('\'', at > 0 && isEscapePrefix(at - 1)));
      case '"' -> copyTo(endOfQuote('"', false));
      case '-' -> copyTo(next('-') ? lineEnd() : at + 1);
      case '/' -> copyTo(next('*') ? endOfBlockComment() : at + 1);
      case '$' -> copyTo(endOfDollarQuote());
      case '?' -> {
        if (!next('?')) {
          throw wrong("a bare ? (write ?? for the operator, :name for a parameter)");
        }
        copyTo(at + 2);
      }
      case ':' -> colon();
      default -> copyTo(at + 1);
    }
  }

  private void colon() {
    if (next(':') || next('=')) {
      copyTo(at + 2);
      return;
    }
    int end = at + 1;
    while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
      end++;
    }
    boolean afterWord = at > 0 && Character.isLetterOrDigit(sql.charAt(at - 1));
    boolean named = end > at + 1 && !Character.isDigit(sql.charAt(at + 1));
    if (afterWord || !named) {
      copyTo(at + 1); // an array slice
      return;
    }
    parameters.add(sql.substring(at + 1, end));
    out.append('?');
    at = end;
  }

  private void copyTo(int end) {
    out.append(sql, at, end);
    at = end;
  }

  private boolean next(char c) {
    return at + 1 < sql.length() && sql.charAt(at + 1) == c;
  }

  /// `E'…'`, in which a backslash escapes.
  private boolean isEscapePrefix(int index) {
    boolean e = sql.charAt(index) == 'e' || sql.charAt(index) == 'E';
    return e && (index == 0 || !Character.isLetterOrDigit(sql.charAt(index - 1)));
  }

  private int endOfQuote(char quote, boolean backslash) {
    int i = at + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (backslash && c == '\\') {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    throw wrong("an open quote " + quote);
  }

  private int lineEnd() {
    int end = sql.indexOf('\n', at);
    return end < 0 ? sql.length() : end;
  }

  private int endOfBlockComment() {
    int depth = 1;
    int i = at + 2;
    while (i < sql.length() - 1) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (sql.startsWith("*/", i)) {
        i += 2;
        if (--depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    throw wrong("an open comment");
  }

  private int endOfDollarQuote() {
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && Character.isLetterOrDigit(sql.charAt(tagEnd))) {
      tagEnd++;
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
      return at + 1;
    }
    String tag = sql.substring(at, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    if (close < 0) {
      throw wrong("an open quote " + tag);
    }
    return close + tag.length();
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException(name + " has " + what);
  }
}
