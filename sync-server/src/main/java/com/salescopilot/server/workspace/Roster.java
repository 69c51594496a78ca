package com.salescopilot.server.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.workspace.Members.Member;
import com.salescopilot.server.workspace.Members.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Who is in a workspace and as what. A change holds at once: whoever it is about needs a new
/// access token, which says the truth.
final class Roster {
  private final Database database;
  private final Members members;
  private final Audit audit;
  private final Renewal renewal;
  private final InstantSource clock;

  Roster(Database database, Members members, Audit audit, Renewal renewal, InstantSource clock) {
    this.database = database;
    this.members = members;
    this.audit = audit;
    this.renewal = renewal;
    this.clock = clock;
  }

  /// A workspace with its people.
  record Seen(Named workspace, List<Member> members) {}

  Seen see(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            new Seen(
                members.workspace(tx, caller.workspace()), members.all(tx, caller.workspace())));
  }

  /// Changes the name or the policy.
  void change(Caller caller, Optional<String> name, Optional<JsonNode> policy, String source) {
    Instant now = clock.instant();
    database.inWorkspace(
        caller.scope(),
        tx -> {
          members.change(tx, caller.workspace(), name, policy, now);
          Entry entry = entry(Act.WORKSPACE_CHANGED, caller, source);
          audit.write(tx, name.map(text -> entry.with("name", text)).orElse(entry), now);
          return true;
        });
  }

  /// Changes somebody's role.
  ///
  /// @throws AppError.NotFound if there is no such member
  /// @throws AppError.Conflict `LAST_ADMIN` if no admin would be left
  Member setRole(Caller caller, UserId who, Role role, String source) {
    Instant now = clock.instant();
    return database.inWorkspace(
        caller.scope(),
        tx -> {
          Member member = locked(tx, caller, who);
          if (member.role() != role) {
            keepAnAdmin(tx, caller, member);
            members.setRole(tx, caller.workspace(), who, role, now);
            renewal.renew(tx, who, now);
            audit.write(
                tx,
                entry(Act.ROLE_CHANGED, caller, source)
                    .to(who)
                    .with("from", member.role().name())
                    .with("to", role.name()),
                now);
          }
          return members.one(tx, caller.workspace(), who).orElseThrow();
        });
  }

  /// Removes somebody, or oneself.
  ///
  /// @throws AppError.Forbidden if a member removes somebody else
  /// @throws AppError.NotFound if there is no such member
  /// @throws AppError.Conflict `LAST_ADMIN` if no admin would be left
  void remove(Caller caller, UserId who, String source) {
    boolean leaves = who.equals(caller.user());
    if (!leaves && caller.role() != Role.ADMIN) {
      throw new AppError.Forbidden();
    }
    Instant now = clock.instant();
    database.inWorkspace(
        caller.scope(),
        tx -> {
          keepAnAdmin(tx, caller, locked(tx, caller, who));
          members.remove(tx, caller.workspace(), who);
          renewal.renew(tx, who, now);
          audit.write(
              tx,
              entry(leaves ? Act.MEMBER_LEFT : Act.MEMBER_REMOVED, caller, source).to(who),
              now);
          return true;
        });
  }

  private Member locked(Tx tx, Caller caller, UserId who) {
    members.lock(tx, caller.workspace());
    return members.one(tx, caller.workspace(), who).orElseThrow(AppError.NotFound::new);
  }

  private void keepAnAdmin(Tx tx, Caller caller, Member member) {
    UserId who = new UserId(member.userId());
    if (member.role() == Role.ADMIN && members.adminsBeside(tx, caller.workspace(), who) == 0) {
      throw new AppError.Conflict(
          "LAST_ADMIN", "A workspace needs an admin; make somebody else one first.");
    }
  }

  private static Entry entry(Act act, Caller caller, String source) {
    return Entry.of(act)
        .in(caller.workspace())
        .by(caller.user())
        .during(caller.session())
        .from(source);
  }
}
