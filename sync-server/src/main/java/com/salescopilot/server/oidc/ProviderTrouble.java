package com.salescopilot.server.oidc;

/// A provider that does not answer, or whose answer is not to be believed.
public final class ProviderTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// What the person can do about it.
  public enum Kind {
    /// Try again later.
    AWAY,
    /// Nothing: somebody has to look at it.
    NOT_BELIEVED
  }

  private ProviderTrouble(Kind kind, String why) {
    super(why);
    this.kind = kind;
  }

  static ProviderTrouble away(String why) {
    return new ProviderTrouble(Kind.AWAY, why);
  }

  static ProviderTrouble notBelieved(String why) {
    return new ProviderTrouble(Kind.NOT_BELIEVED, why);
  }

  /// What kind of trouble it is.
  public Kind kind() {
    return kind;
  }
}
