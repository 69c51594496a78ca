package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import java.util.Locale;

/// Who signed in, as the server knows them.
///
/// @param firstName may be empty, like the last name
public record Member(
    UserId user,
    WorkspaceId workspace,
    String email,
    String firstName,
    String lastName,
    Role role) {

  /// @throws IllegalArgumentException if the answer says it otherwise
  static Member of(ObjectNode answer) {
    var user = answer.path("user");
    return new Member(
        UserId.parse(user.path("id").asText()),
        WorkspaceId.parse(user.path("workspaceId").asText()),
        user.path("email").asText(),
        user.path("firstName").asText(""),
        user.path("lastName").asText(""),
        Role.valueOf(user.path("role").asText().toUpperCase(Locale.ROOT)));
  }
}
