package com.salescopilot.desktop.store;

/// Which rows a list shows, in which order.
///
/// @param field the field that [Sorting#UP] and [Sorting#DOWN] sort by; empty for the others
public record ListQuery(Search search, Sorting sorting, String field) {

  /// The order of a list.
  public enum Sorting {
    /// By the words that rows are found by: names first.
    WORDS,
    /// As they were made, the last one first.
    NEWEST,
    /// By a field; rows without it come first.
    UP,
    /// By a field; rows without it come last.
    DOWN
  }

  /// All rows that a text finds, by their words.
  public static ListQuery of(String text) {
    return new ListQuery(Search.of(text), Sorting.WORDS, "");
  }

  /// The same rows by a field.
  public ListQuery by(String sorted, Sorting direction) {
    return new ListQuery(search, direction, sorted);
  }

  /// The same rows, the last one first.
  public ListQuery newest() {
    return new ListQuery(search, Sorting.NEWEST, "");
  }
}
