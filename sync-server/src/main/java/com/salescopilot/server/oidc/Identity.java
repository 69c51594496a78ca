package com.salescopilot.server.oidc;

import java.time.Instant;
import java.util.Optional;

/// Who somebody is, as a provider says.
///
/// @param subject its name for the person, which never changes; the address may
/// @param email one that the provider has verified; empty if there is none
/// @param firstName as given, within our bounds
public record Identity(
    String subject, Optional<String> email, String firstName, String lastName, Grant grant) {

  /// What the provider lets us do in the person's name.
  public record Grant(
      Optional<String> accessToken, Optional<String> refreshToken, Optional<Instant> expiresAt) {

    /// Without the tokens.
    @Override
    public String toString() {
      return "until " + expiresAt;
    }
  }
}
