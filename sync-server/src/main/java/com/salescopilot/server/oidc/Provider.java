package com.salescopilot.server.oidc;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/// The providers that this server knows how to talk to.
public enum Provider {
  GOOGLE("google", URI.create("https://accounts.google.com")),
  /// Does not say the nonce back, whoever asks (python-social-auth/social-core #833).
  LINKEDIN("linkedin", URI.create("https://www.linkedin.com/oauth"));

  private final String word;
  private final URI issuer;

  Provider(String word, URI issuer) {
    this.word = word;
    this.issuer = issuer;
  }

  /// The provider of a name in an address or a body.
  public static Optional<Provider> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /// Its name in addresses, bodies and the database.
  public String word() {
    return word;
  }

  /// Who it is, unless the operator says otherwise.
  public URI issuer() {
    return issuer;
  }

  boolean saysTheNonceBack() {
    return switch (this) {
      case GOOGLE -> true;
      case LINKEDIN -> false;
    };
  }
}
