package com.salescopilot.model.score;

import com.salescopilot.model.value.Value;
import java.util.List;

/// A stretch of a text, in UTF-16 units.
///
/// @param end the unit after it
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no stretch of a text: " + start + " to " + end);
    }
  }

  /// `[start,end]`.
  Value value() {
    return new Value.Items(List.of(Value.whole(start), Value.whole(end)));
  }
}
