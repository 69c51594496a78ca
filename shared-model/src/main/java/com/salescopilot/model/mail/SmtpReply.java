package com.salescopilot.model.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A mail server's answer (RFC 5321 §4.2).
///
/// @param code 200 to 599
/// @param enhanced the code of RFC 2034 that the text starts with, if it agrees with `code`
/// @param text the server's words on one line, without codes and controls, at most 1,000 characters
public record SmtpReply(int code, Optional<EnhancedStatus> enhanced, String text) {
  private static final int CODE_LENGTH = 3;
  private static final int MAX_TEXT = 1_000;

  /// Reads an answer from its lines.
  ///
  /// Lenient where a receiver's bad manners must not lose its verdict: lines without a code are
  /// text, and the last code counts.
  ///
  /// @return empty if no line carries a code; to the sender that is a broken connection
  public static Optional<SmtpReply> parse(List<String> lines) {
    return lines.stream()
        .filter(SmtpReply::hasCode)
        .reduce((_, later) -> later)
        .map(last -> Integer.parseInt(last.substring(0, CODE_LENGTH)))
        .map(code -> of(code, lines.stream().map(SmtpReply::words).toList()));
  }

  /// Reads an answer from its text, whatever ends its lines.
  public static Optional<SmtpReply> parse(String response) {
    return parse(response.lines().toList());
  }

  /// Whether the server took what it was offered, or asks for more.
  public boolean isPositive() {
    return code < 400;
  }

  /// Whether trying again later may help.
  public boolean isTransient() {
    return code >= 400 && code < 500;
  }

  /// Whether trying again is pointless.
  public boolean isPermanent() {
    return code >= 500;
  }

  private static SmtpReply of(int code, List<String> words) {
    Optional<EnhancedStatus> enhanced =
        words.stream()
            .flatMap(line -> EnhancedStatus.leading(line).stream())
            .filter(status -> status.category() == code / 100)
            .findFirst();
    String text =
        words.stream()
            .map(line -> withoutStatus(line, enhanced))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    return new SmtpReply(code, enhanced, cut(text));
  }

  private static boolean hasCode(String line) {
    return line.length() >= CODE_LENGTH
        && line.charAt(0) >= '2'
        && line.charAt(0) <= '5'
        && isDigit(line.charAt(1))
        && isDigit(line.charAt(2))
        && (line.length() == CODE_LENGTH || " -".indexOf(line.charAt(CODE_LENGTH)) >= 0);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String words(String line) {
    String words = line;
    if (hasCode(line)) {
      words = line.substring(Math.min(line.length(), CODE_LENGTH + 1));
    }
    StringBuilder clean = new StringBuilder(words.length());
    words.chars().forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
    return clean.toString().strip();
  }

  private static String withoutStatus(String line, Optional<EnhancedStatus> status) {
    return EnhancedStatus.leading(line).filter(code -> status.equals(Optional.of(code))).isPresent()
        ? line.substring(line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ')).strip()
        : line;
  }

  private static String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1));
    return text.substring(0, splitsPair ? MAX_TEXT - 1 : MAX_TEXT);
  }
}
