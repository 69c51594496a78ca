package com.salescopilot.model.template;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The kind of place that a value is written to, and how it is made harmless there.
enum Slot {
  /// A subject or a text body.
  PLAIN,
  /// HTML text, or an attribute that is shown.
  MARKUP,
  /// A piece of a link, which must not change what the link's other pieces mean.
  LINK_PART,
  /// A whole link.
  LINK;

  /// The value as it is written.
  String write(String value) {
    return switch (this) {
      case PLAIN -> value;
      case MARKUP, LINK -> escape(value);
      case LINK_PART -> percentEncode(value);
    };
  }

  /// Whether the value may be written at all.
  boolean accepts(String value) {
    return switch (this) {
      case PLAIN, MARKUP, LINK_PART -> true;
      case LINK -> SafeLink.matches(value);
    };
  }

  private static String escape(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// All but the unreserved characters of RFC 3986 §2.3, so nothing is left to escape for HTML.
  private static String percentEncode(String value) {
    StringBuilder out = new StringBuilder(value.length() * 3);
    for (byte octet : value.getBytes(UTF_8)) {
      if (isUnreserved(octet)) {
        out.append((char) octet);
      } else {
        out.append('%').append("%02X".formatted(octet));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }
}
