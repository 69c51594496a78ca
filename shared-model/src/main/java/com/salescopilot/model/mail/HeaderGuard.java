package com.salescopilot.model.mail;

import java.util.Optional;

/// Finds what must not stand in a mail header, since it could end the header and begin another.
public final class HeaderGuard {
  private static final int LOW_BYTE = 0xFF;
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private HeaderGuard() {}

  /// What is wrong with a value that goes into a header, an SMTP command or a file name as it is.
  ///
  /// Besides controls and line separators this refuses every UTF-16 unit whose low byte is CR or
  /// LF: Jakarta Mail writes units as bytes in places, so U+760D would leave as a bare CR.
  ///
  /// @return a phrase for people, e.g. `a line break (U+000A) at character 5`, or empty if the
  ///   value is clean
  public static Optional<String> offence(String value) {
    return firstOffence(value, unit -> isControl(unit) || hidesLineBreak(unit));
  }

  /// What is wrong with text that travels encoded (RFC 2047, RFC 2231), such as a subject.
  ///
  /// Only ASCII reaches the wire there, so characters as common as 上 (U+4E0A) or 😊 (U+1F60A) are
  /// harmless although their low byte is LF; controls and line separators are not.
  public static Optional<String> offenceInEncodedText(String text) {
    return firstOffence(text, HeaderGuard::isControl);
  }

  private static Optional<String> firstOffence(String value, UnitTest offends) {
    for (int i = 0; i < value.length(); i++) {
      if (offends.test(value.charAt(i))) {
        return Optional.of(describe(value.charAt(i), i + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean isControl(char unit) {
    return Character.isISOControl(unit) || unit == LINE_SEPARATOR || unit == PARAGRAPH_SEPARATOR;
  }

  private static boolean hidesLineBreak(char unit) {
    int low = unit & LOW_BYTE;
    return low == '\r' || low == '\n';
  }

  private static String describe(char unit, int position) {
    String name =
        switch (unit) {
          case '\r', '\n', LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> "a line break";
          default -> isControl(unit) ? "a control character" : "a character read as a line break";
        };
    return "%s (U+%04X) at character %d".formatted(name, (int) unit, position);
  }

  @FunctionalInterface
  private interface UnitTest {
    boolean test(char unit);
  }
}
