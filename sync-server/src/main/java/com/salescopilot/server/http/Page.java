package com.salescopilot.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which part of a list is wanted.
///
/// @param limit how many rows at most, 1 to 200
/// @param offset how many rows to leave out first
public record Page(int limit, int offset) {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  /// One page of a list.
  ///
  /// @param total rows in the whole list
  public record Of<T>(List<T> items, long total, int limit, int offset) {}

  /// The answer to this question.
  public <T> Of<T> of(List<T> items, long total) {
    return new Of<>(List.copyOf(items), total, limit, offset);
  }

  static Page read(Optional<String> limit, Optional<String> offset) {
    List<FieldError> errors = new ArrayList<>();
    Page page =
        new Page(
            whole("limit", limit, USUAL, 1, MOST, errors),
            whole("offset", offset, 0, 0, Integer.MAX_VALUE, errors));
    if (!errors.isEmpty()) {
      throw new AppError.Malformed(errors);
    }
    return page;
  }

  private static int whole(
      String name, Optional<String> text, int usual, int least, int most, List<FieldError> errors) {
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // reported like a number out of range
    }
    errors.add(
        new FieldError("?" + name, "must be a whole number from " + least + " to " + most + "."));
    return usual;
  }
}
