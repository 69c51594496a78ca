package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/// What proves who we are. It stands in no file; only the means to get new ones may be kept, in a
/// keychain.
///
/// @param until when the access token is to be exchanged for a new one
record Tokens(String access, String refresh, Instant until) {
  /// So long before its end a token is no longer used, for it has a way to go.
  private static final Duration MARGIN = Duration.ofSeconds(20);

  static Tokens of(ObjectNode answer, Instant now) {
    String access = answer.path("token").asText();
    String refresh = answer.path("refreshToken").asText();
    if (access.isEmpty() || refresh.isEmpty()) {
      throw new IllegalArgumentException("it holds no token");
    }
    return new Tokens(
        access, refresh, now.plusSeconds(answer.path("expiresIn").asLong()).minus(MARGIN));
  }

  /// Not for a log.
  @Override
  public String toString() {
    return "Tokens until " + until;
  }
}
