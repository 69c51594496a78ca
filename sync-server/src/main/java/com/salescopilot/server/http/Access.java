package com.salescopilot.server.http;

/// Who may call a route; no route exists without saying so.
public enum Access {
  /// Anyone, also without a token.
  PUBLIC,
  /// Any member of the workspace that the token names.
  MEMBER,
  /// Members with the role `ADMIN` in that workspace.
  ADMIN
}
