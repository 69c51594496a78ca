package com.salescopilot.server.http;

/// Says who a bearer token stands for.
public interface Authenticator {
  /// Checks a token.
  ///
  /// @param token the text after `Bearer `
  /// @throws AppError.Unauthenticated if the token is forged, expired or revoked; one answer for
  ///   all
  Caller authenticate(String token);
}
