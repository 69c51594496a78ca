package com.salescopilot.desktop.store;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;

/// A workspace that somebody belongs to, as the server last said.
public record Membership(WorkspaceId workspace, String name, Role role) {}
