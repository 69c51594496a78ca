package com.salescopilot.server.ai;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Keeps what is nobody's business from leaving for a model: telephone numbers, bank accounts,
/// secrets.
enum Dlp {
  /// Lets everything through.
  OFF,
  /// Blots it out.
  REDACT,
  /// Sends nothing at all.
  BLOCK;

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)-----BEGIN [A-Z ]*PRIVATE KEY-----"
              + "|\\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{16,}"
              + "|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bAKIA[0-9A-Z]{16}\\b"
              + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*|\\b(?:password|passwort|passphrase|pwd|api[-_"
              + " ]?key|secret|token)\\s*(?::|=|is|ist)\\s*\\S+");
  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|00|\\(0|0)[\\d][\\d ()/.\\-]{5,}\\d(?![\\p{L}\\p{N}])");

  /// By its name in a policy; what is not known is careful.
  static Dlp of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "off" -> OFF;
      case "block" -> BLOCK;
      default -> REDACT;
    };
  }

  /// Where something stands that must not leave, longest kinds first.
  static List<Pattern> kinds() {
    return List.of(SECRET, IBAN, PHONE);
  }
}
