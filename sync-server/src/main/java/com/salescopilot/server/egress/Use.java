package com.salescopilot.server.egress;

import java.util.Set;

/// What a connection is for, which says the ports that the internet may be reached at.
public enum Use {
  /// SMTP and IMAP.
  MAIL,
  /// HTTPS.
  WEB,
  /// HTTP: nothing on the internet, only what the operator opened.
  PLAIN_WEB;

  boolean mayUse(int port) {
    return switch (this) {
      case MAIL -> Set.of(25, 465, 587, 143, 993).contains(port);
      case WEB -> port == 443;
      case PLAIN_WEB -> false;
    };
  }
}
