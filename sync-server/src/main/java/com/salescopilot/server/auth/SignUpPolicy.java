package com.salescopilot.server.auth;

/// Who may make an account.
public enum SignUpPolicy {
  /// Anyone who reaches the server.
  OPEN,
  /// Only who was invited by a member.
  INVITED
}
