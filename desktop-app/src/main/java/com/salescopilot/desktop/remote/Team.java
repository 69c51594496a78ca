package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Who works together in the workspace that one is in. Every call may throw a [RemoteException].
public final class Team {
  private static final String WORKSPACE = "api/workspace";

  private final Rest rest;

  Team(Rest rest) {
    this.rest = rest;
  }

  /// The workspace.
  ///
  /// @param role one's own
  /// @param policy what the workspace allows, and how it sends
  public record Described(String name, Role role, List<Colleague> members, ObjectNode policy) {
    static Described of(ObjectNode answer) {
      return new Described(
          answer.path("name").asText(),
          Role.valueOf(answer.path("role").asText()),
          answer.path("members").valueStream().map(Colleague::of).toList(),
          answer.path("policy") instanceof ObjectNode policy
              ? policy
              : JsonNodeFactory.instance.objectNode());
    }
  }

  /// Somebody in it.
  public record Colleague(UserId user, String email, String name, Role role) {
    static Colleague of(JsonNode item) {
      String name =
          (item.path("firstName").asText() + " " + item.path("lastName").asText()).strip();
      return new Colleague(
          UserId.parse(item.path("userId").asText()),
          item.path("email").asText(),
          name,
          Role.valueOf(item.path("role").asText()));
    }
  }

  /// An invitation that nobody has used.
  ///
  /// @param email whom it is meant for; may be empty
  public record Invitation(UUID id, String email, Role role, Instant expiresAt) {
    static Invitation of(JsonNode item) {
      return new Invitation(
          UUID.fromString(item.path("id").asText()),
          item.path("email").asText(""),
          Role.valueOf(item.path("role").asText()),
          Instant.parse(item.path("expiresAt").asText()));
    }
  }

  public Described describe() {
    ObjectNode answer = rest.get(WORKSPACE);
    return Rest.understood(() -> Described.of(answer));
  }

  public void rename(String name) {
    rest.send("PATCH", WORKSPACE, Map.of("name", name));
  }

  /// What engines elsewhere may learn.
  ///
  /// @param external whether letters may go to the engine that the server's operator names
  /// @param dlp what is kept back of them: `off`, `redact` or `block`
  /// @param notes what they may know of the product
  public record AiPolicy(boolean external, String dlp, String notes) {
    /// As it stands in a workspace's policy.
    public static AiPolicy of(ObjectNode policy) {
      JsonNode ai = policy.path("ai");
      String dlp = ai.path("dlp").asText("");
      return new AiPolicy(
          ai.path("external").asBoolean(false),
          dlp.equals("off") || dlp.equals("block") ? dlp : "redact",
          ai.path("notes").asText(""));
    }

    /// Puts it into a workspace's policy.
    public void into(ObjectNode policy) {
      policy.withObject("/ai").put("external", external).put("dlp", dlp).put("notes", notes);
    }
  }

  /// Changes something of the policy; all else of it stays as it is now.
  ///
  /// @return the policy that holds from now on
  public ObjectNode decide(Consumer<ObjectNode> change) {
    ObjectNode policy = describe().policy();
    change.accept(policy);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("policy", policy);
    rest.send("PATCH", WORKSPACE, body);
    return policy;
  }

  public void change(UserId member, Role role) {
    rest.send("PATCH", WORKSPACE + "/members/" + member, Map.of("role", role.name()));
  }

  /// Removes somebody, or oneself.
  public void remove(UserId member) {
    rest.send("DELETE", WORKSPACE + "/members/" + member);
  }

  /// Those that nobody has used, the newest first.
  public List<Invitation> invitations() {
    return rest.items(WORKSPACE + "/invites", Invitation::of);
  }

  /// Invites somebody.
  ///
  /// @param email whom it is sent to, where the server has a mailbox; may be empty
  /// @return the code, which is told once
  public String invite(String email, Role role) {
    Map<String, String> body = new HashMap<>(Map.of("role", role.name()));
    if (!email.isBlank()) {
      body.put("email", email);
    }
    return rest.send("POST", WORKSPACE + "/invites", body).path("code").asText();
  }

  public void withdraw(Invitation invitation) {
    rest.send("DELETE", WORKSPACE + "/invites/" + invitation.id());
  }

  /// Comes into another workspace by an invitation.
  public Membership join(String code) {
    ObjectNode place = rest.send("POST", WORKSPACE + "/join", Map.of("inviteCode", code));
    return Rest.understood(
        () ->
            new Membership(
                WorkspaceId.parse(place.path("id").asText()),
                place.path("name").asText(),
                Role.valueOf(place.path("role").asText())));
  }

  /// Keeps everything of the workspace in a file.
  public void export(Path file) {
    rest.download(WORKSPACE + "/export", file);
  }

  /// Deletes the workspace with all in it.
  ///
  /// @param name what it is called, so that it is no slip
  public void delete(String name) {
    rest.send("DELETE", WORKSPACE, Map.of("name", name));
  }
}
