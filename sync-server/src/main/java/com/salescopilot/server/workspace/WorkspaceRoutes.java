package com.salescopilot.server.workspace;

import static com.salescopilot.server.http.Access.ADMIN;
import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Check;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.workspace.Members.Member;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `/workspace`: its name, its policy and its members.
final class WorkspaceRoutes implements Routes {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_POLICY = 8_192;

  private final Roster roster;

  WorkspaceRoutes(Roster roster) {
    this.roster = roster;
  }

  private record Shown(UUID id, String name, JsonNode policy, Role role, List<Member> members) {}

  private record ChangeRequest(@Nullable String name, @Nullable JsonNode policy) {}

  private record RoleRequest(Role role) {}

  @Override
  public void add(RouteTable table) {
    table
        .get("/workspace", MEMBER, (caller, _) -> Answer.ok(shown(caller)))
        .patch("/workspace", ADMIN, this::change)
        .patch("/workspace/members/{userId}", ADMIN, this::setRole)
        .delete("/workspace/members/{userId}", MEMBER, this::remove);
  }

  private Shown shown(Caller caller) {
    Roster.Seen seen = roster.see(caller);
    return new Shown(
        seen.workspace().id(),
        seen.workspace().name(),
        seen.workspace().policy(),
        caller.role(),
        seen.members());
  }

  private Answer change(Caller caller, Request request) {
    ChangeRequest wanted = request.json(ChangeRequest.class);
    Optional<String> name = Optional.ofNullable(wanted.name()).map(String::strip);
    Optional<JsonNode> policy = Optional.ofNullable(wanted.policy()).filter(p -> !p.isNull());
    Check check = new Check();
    name.ifPresent(text -> checkName(check, text));
    policy.ifPresent(
        node ->
            check.that(
                node.isObject() && node.toString().length() <= LONGEST_POLICY,
                "/policy",
                "must be an object of at most " + LONGEST_POLICY + " characters."));
    check.done();
    roster.change(caller, name, policy, request.address());
    return Answer.ok(shown(caller));
  }

  private static void checkName(Check check, String name) {
    check
        .length(name, 1, LONGEST_NAME, "/name")
        .that(
            name.codePoints().noneMatch(Character::isISOControl),
            "/name",
            "must be a single line without control characters.");
  }

  private Answer setRole(Caller caller, Request request) {
    RoleRequest wanted = request.json(RoleRequest.class);
    UserId who = new UserId(request.id("userId"));
    return Answer.ok(roster.setRole(caller, who, wanted.role(), request.address()));
  }

  private Answer remove(Caller caller, Request request) {
    roster.remove(caller, new UserId(request.id("userId")), request.address());
    return Answer.noContent();
  }
}
