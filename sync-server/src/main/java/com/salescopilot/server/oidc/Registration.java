package com.salescopilot.server.oidc;

import java.net.URI;

/// This server as a client of a provider.
///
/// @param issuer who signs, and below which the provider describes itself
public record Registration(Provider provider, URI issuer, String clientId, String clientSecret) {

  /// Without the secret.
  @Override
  public String toString() {
    return provider + " at " + issuer;
  }
}
