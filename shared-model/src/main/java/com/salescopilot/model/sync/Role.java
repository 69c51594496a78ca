package com.salescopilot.model.sync;

/// What a member may do in a workspace.
public enum Role {
  USER,
  ADMIN
}
