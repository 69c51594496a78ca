package com.salescopilot.server.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The members of a workspace, as they are stored.
final class Members {
  private final Statements statements = Statements.load(Members.class);

  /// A workspace, as it is called.
  record Named(UUID id, String name, JsonNode policy) {}

  /// A member, as colleagues see it.
  record Member(
      UUID userId, String email, String firstName, String lastName, Role role, Instant joinedAt) {
    static Member of(Row row) {
      return new Member(
          row.uuid("user_id"),
          row.text("email"),
          row.text("first_name"),
          row.text("last_name"),
          Role.valueOf(row.text("role")),
          row.instant("created_at"));
    }
  }

  Named workspace(Tx tx, WorkspaceId workspace) {
    return tx.one(
        statements.get("workspace"),
        Args.of("ws", workspace),
        row -> new Named(row.uuid("id"), row.text("name"), row.json("policy")));
  }

  /// All members, the longest here first.
  List<Member> all(Tx tx, WorkspaceId workspace) {
    return tx.list(statements.get("all"), Args.of("ws", workspace), Member::of);
  }

  Optional<Member> one(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.maybe(statements.get("one"), Args.of("ws", workspace).and("user", user), Member::of);
  }

  /// Makes nobody else change members of this workspace until the transaction is over.
  void lock(Tx tx, WorkspaceId workspace) {
    tx.one(statements.get("lock"), Args.of("ws", workspace), row -> row.uuid("id"));
  }

  /// How many admins there are beside somebody.
  long adminsBeside(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.one(
        statements.get("adminsBeside"),
        Args.of("ws", workspace).and("user", user),
        row -> row.whole("n"));
  }

  /// Adds a member, with a stream of their own.
  ///
  /// @return whether that is new
  boolean add(Tx tx, WorkspaceId workspace, UserId user, Role role, Instant now) {
    Args both = Args.of("ws", workspace).and("user", user);
    boolean fresh = tx.exec(statements.get("add"), both.and("role", role).and("now", now)) > 0;
    tx.exec(statements.get("stream"), both);
    return fresh;
  }

  void setRole(Tx tx, WorkspaceId workspace, UserId user, Role role, Instant now) {
    tx.exec(
        statements.get("setRole"),
        Args.of("ws", workspace).and("user", user).and("role", role).and("now", now));
  }

  void remove(Tx tx, WorkspaceId workspace, UserId user) {
    tx.exec(statements.get("remove"), Args.of("ws", workspace).and("user", user));
  }

  void change(
      Tx tx, WorkspaceId workspace, Optional<String> name, Optional<JsonNode> policy, Instant now) {
    tx.exec(
        statements.get("change"),
        Args.of("ws", workspace).and("name", name).and("policy", policy).and("now", now));
    tx.exec(statements.get("replan"), Args.of("ws", workspace));
  }
}
