package com.salescopilot.server.http;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a request, so that one answer names all of it.
public final class Check {
  private final List<FieldError> errors = new ArrayList<>();

  /// Notes an error unless the condition holds.
  ///
  /// @param pointer a JSON Pointer such as `/email`
  /// @param message a sentence for people, used when `holds` is false
  public Check that(boolean holds, String pointer, String message) {
    if (!holds) {
      errors.add(new FieldError(pointer, message));
    }
    return this;
  }

  /// Notes an error for a text outside of its bounds.
  ///
  /// @param least characters (code points) at least
  /// @param most characters at most
  public Check length(String text, int least, int most, String pointer) {
    int length = text.codePointCount(0, text.length());
    return that(
        length >= least && length <= most,
        pointer,
        least == 0
            ? "must have at most " + most + " characters."
            : "must have " + least + " to " + most + " characters.");
  }

  /// Notes what another check has found.
  public Check add(FieldError error) {
    errors.add(error);
    return this;
  }

  /// Ends the check.
  ///
  /// @throws AppError.Invalid with everything that was noted
  public void done() {
    if (!errors.isEmpty()) {
      throw new AppError.Invalid(errors);
    }
  }
}
