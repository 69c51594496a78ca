package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import java.util.UUID;

/// One sign-in, seen in one workspace.
///
/// @param generation raised to end all access tokens of the session
/// @param role of the user in the workspace
record Session(UUID id, UserId user, WorkspaceId workspace, int generation, Role role) {}
