package com.salescopilot.server.workspace;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.workspace.Members.Member;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Ends: of a workspace with everything in it, and of a person's part in one.
public final class Departures {
  private final Database database;
  private final Members members = new Members();
  private final WholeWorkspace whole = new WholeWorkspace();
  private final Audit audit;
  private final InstantSource clock;

  public Departures(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes an account out of a workspace, with what is its own there; a workspace with nobody else
  /// goes with it.
  ///
  /// @param tx of the account
  /// @throws AppError.Conflict `LAST_ADMIN` if others would be left without an admin
  public void leave(Tx tx, WorkspaceId workspace, UserId user, Instant now) {
    Scope scope = new Scope(workspace, user);
    tx.within(
        scope,
        inner -> {
          members.lock(inner, workspace);
          List<Member> all = members.all(inner, workspace);
          if (all.size() == 1) {
            whole.delete(inner, scope, now);
            return true;
          }
          boolean admin =
              members.one(inner, workspace, user).filter(m -> m.role() == Role.ADMIN).isPresent();
          if (admin && members.adminsBeside(inner, workspace, user) == 0) {
            throw new AppError.Conflict(
                "LAST_ADMIN",
                "You are the only admin of a workspace that others are in; make somebody else one"
                    + " first, or delete the workspace.");
          }
          whole.deleteOwn(inner, scope);
          members.remove(inner, workspace, user);
          audit.write(inner, Entry.of(Act.MEMBER_LEFT).in(workspace).by(user).to(user), now);
          return true;
        });
  }

  /// Deletes the workspace of the caller.
  ///
  /// @param name as the caller typed it
  /// @throws AppError.Invalid if it is not the name of the workspace
  void delete(Caller caller, String name, Renewal renewal, String source) {
    Instant now = clock.instant();
    database.inWorkspace(
        caller.scope(),
        tx -> {
          members.lock(tx, caller.workspace());
          if (!members.workspace(tx, caller.workspace()).name().equals(name)) {
            throw new AppError.Invalid("/name", "must be the name of the workspace.");
          }
          for (Member member : members.all(tx, caller.workspace())) {
            renewal.renew(tx, new UserId(member.userId()), now);
          }
          whole.delete(tx, caller.scope(), now);
          // in nobody's workspace, as there is none any more
          audit.write(
              tx,
              Entry.of(Act.WORKSPACE_DELETED)
                  .by(caller.user())
                  .during(caller.session())
                  .to(caller.workspace())
                  .from(source),
              now);
          return true;
        });
  }
}
