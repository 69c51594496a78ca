package com.salescopilot.server.sending;

import java.time.Duration;

/// How long to wait for a mail server.
///
/// @param beforeDot for a reply while nothing is at stake
/// @param afterDot for the reply to the final dot, before the mail counts as doubtful
/// @param late for a reply after that, which still settles it (RFC 5321 §4.5.3.2.6)
record Patience(Duration beforeDot, Duration afterDot, Duration late) {
  static final Patience STANDARD =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(9));
}
