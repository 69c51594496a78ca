package com.salescopilot.model.template;

import java.util.regex.Pattern;

/// The links that a value may be: http, https with a host, or mailto.
public final class SafeLink {
  // No blank, control, quote, angle bracket or backslash: browsers repair those in unlike ways.
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://[^\\s\\p{Cntrl}\"'<>\\\\/?#]|mailto:[^\\s\\p{Cntrl}\"'<>\\\\])"
              + "[^\\s\\p{Cntrl}\"'<>\\\\]*",
          Pattern.CASE_INSENSITIVE);

  private SafeLink() {}

  /// Whether an address is one of them.
  public static boolean matches(String value) {
    return LINK.matcher(value).matches();
  }
}
