package com.salescopilot.server.db;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import java.util.UUID;

/// Whose rows a transaction may see: one workspace, and the rows that belong to one of its people.
///
/// @param workspace the only workspace whose rows exist for the transaction
/// @param user the only person whose own rows (drafts, conflicts, favourites) exist for it
public record Scope(WorkspaceId workspace, UserId user) {

  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  /// A worker's scope: the shared rows of a workspace and nobody's own.
  public static Scope ofSystem(WorkspaceId workspace) {
    return new Scope(workspace, NOBODY);
  }

  /// The same workspace seen by another of its people, for the rare write into their rows.
  public Scope as(UserId other) {
    return new Scope(workspace, other);
  }
}
