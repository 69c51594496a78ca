package com.salescopilot.desktop.store;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;

/// Whose data a store holds, and where they come from.
///
/// @param server the address of the server, such as `https://copilot.example.com`
/// @param firstName may be empty, like the last name
public record Account(
    String server,
    UserId user,
    WorkspaceId workspace,
    String email,
    String firstName,
    String lastName,
    Role role) {

  /// The name of the account's files.
  String fileName() {
    return user + "-" + workspace;
  }
}
