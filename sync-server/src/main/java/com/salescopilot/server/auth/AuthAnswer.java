package com.salescopilot.server.auth;

import com.salescopilot.model.sync.Role;
import java.util.List;
import java.util.UUID;

/// What a signed-in client needs.
///
/// @param token for the `Authorization` header
/// @param expiresIn seconds for which the token is good
/// @param device tells this device from a stranger's at the next sign-in
record AuthAnswer(
    String token,
    String refreshToken,
    long expiresIn,
    User user,
    String device,
    List<Workspace> workspaces) {

  /// The account, seen in one workspace.
  ///
  /// @param role of the membership
  record User(
      UUID id, String email, String firstName, String lastName, Role role, UUID workspaceId) {}

  /// A workspace that the account may switch to.
  record Workspace(UUID id, String name, Role role) {}
}
