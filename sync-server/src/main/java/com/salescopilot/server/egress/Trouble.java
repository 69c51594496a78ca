package com.salescopilot.server.egress;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;

/// What a user gets to hear of a connection that failed. There is no more to it, or the texts would
/// tell what stands behind an address that may not be reached.
public enum Trouble {
  NAME_UNKNOWN("The server's name is not known."),
  NOT_ALLOWED("This server may not be reached from here."),
  NO_ANSWER("The server does not answer."),
  NOT_A_MAIL_SERVER("What answers there is not a mail server."),
  CERTIFICATE("The server's certificate is not trusted.");

  private final String text;

  Trouble(String text) {
    this.text = text;
  }

  /// One sentence.
  public String text() {
    return text;
  }

  /// Which of them is behind a failure to connect; empty if it is none, such as a refused password.
  public static Optional<Trouble> behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Trouble> known = one(cause);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private static Optional<Trouble> one(Throwable cause) {
    return switch (cause) {
      case EgressRefused _ -> Optional.of(NOT_ALLOWED);
      case UnknownHostException _ -> Optional.of(NAME_UNKNOWN);
      case CertificateException _ -> Optional.of(CERTIFICATE);
      case SocketTimeoutException _, SocketException _ -> Optional.of(NO_ANSWER);
      default -> Optional.empty();
    };
  }
}
