package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import java.util.List;
import java.util.Locale;

/// What the server says when it lets somebody in, and again whenever tokens are exchanged.
///
/// @param refresh gets the next tokens; a secret
/// @param device tells this device from a stranger's at the next sign-in; a secret
public record SignIn(Member member, List<Membership> workspaces, String refresh, String device) {

  /// @throws IllegalArgumentException if the answer says it otherwise
  static SignIn of(ObjectNode answer) {
    return new SignIn(
        Member.of(answer),
        answer.path("workspaces").valueStream().map(SignIn::membership).toList(),
        answer.path("refreshToken").asText(),
        answer.path("device").asText());
  }

  private static Membership membership(JsonNode workspace) {
    return new Membership(
        WorkspaceId.parse(workspace.path("id").asText()),
        workspace.path("name").asText(),
        Role.valueOf(workspace.path("role").asText().toUpperCase(Locale.ROOT)));
  }

  /// The same person at another workspace of theirs, as it was when the server last spoke.
  SignIn in(Membership next) {
    Member as =
        new Member(
            member.user(),
            next.workspace(),
            member.email(),
            member.firstName(),
            member.lastName(),
            next.role());
    return new SignIn(as, workspaces, refresh, device);
  }

  /// Not for a log.
  @Override
  public String toString() {
    return "sign-in of " + member.user() + " in " + member.workspace();
  }
}
