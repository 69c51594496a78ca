package com.salescopilot.model.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An enhanced status code (RFC 3463), e.g. 5.1.1.
///
/// @param category 2 success, 4 for now, 5 for good
/// @param subject what it is about, 0 to 999
/// @param detail the finer cause, 0 to 999
public record EnhancedStatus(int category, int subject, int detail) {
  private static final Pattern LEADING =
      Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\S)");

  /// Reads the code that a reply's text starts with.
  static Optional<EnhancedStatus> leading(String text) {
    Matcher found = LEADING.matcher(text);
    return found.lookingAt()
        ? Optional.of(new EnhancedStatus(number(found, 1), number(found, 2), number(found, 3)))
        : Optional.empty();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// The dotted form.
  @Override
  public String toString() {
    return category + "." + subject + "." + detail;
  }
}
