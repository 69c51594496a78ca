package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;
import static com.salescopilot.server.walls.Samples.get;
import static com.salescopilot.server.walls.Samples.post;

import java.util.ArrayList;
import java.util.List;

/// Calls that succeed, of accounts, sessions and members.
final class PeopleSamples {
  private PeopleSamples() {}

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>(auth());
    samples.addAll(workspace());
    return samples;
  }

  private static List<Sample> auth() {
    return List.of(
        api(
            "POST",
            "/auth/signup",
            t ->
                post(
                    "/auth/signup",
                    """
                    {"email":"%s","password":"%s","firstName":"A","lastName":"B"}\
                    """,
                    t.newAddress(),
                    t.password())),
        api(
            "POST",
            "/auth/login",
            t ->
                post(
                    "/auth/login",
                    """
                    {"email":"%s","password":"%s","device":"%s"}\
                    """,
                    t.email(),
                    t.password(),
                    t.mark())),
        api(
            "POST",
            "/auth/refresh",
            t ->
                post(
                    "/auth/refresh",
                    """
                    {"refreshToken":"%s","workspaceId":"%s"}\
                    """,
                    t.refreshToken(),
                    t.workspace())),
        api("GET", "/auth/me", _ -> get("/auth/me")),
        api(
            "GET",
            "/auth/export", // each is written down, and stands in the next
            t -> get("/auth/export").with("Authorization", "Bearer " + t.passerBy().token())),
        api(
            "DELETE",
            "/auth/me",
            t ->
                Call.api("DELETE", "/auth/me", "{\"password\":\"%s\"}".formatted(t.password()))
                    .with("Authorization", "Bearer " + t.passerBy().token())),
        api("GET", "/auth/options", _ -> get("/auth/options")),
        api("GET", "/auth/sessions", _ -> get("/auth/sessions")),
        api(
            "POST",
            "/auth/logout",
            t -> {
              Tenant elsewhere = t.elsewhere();
              return Call.api("POST", "/auth/logout")
                  .with("Authorization", "Bearer " + elsewhere.token());
            }),
        api(
            "DELETE",
            "/auth/sessions/{id}",
            t -> Call.api("DELETE", "/auth/sessions/" + t.elsewhere().id("session"))),
        api(
            "POST",
            "/auth/password/forgot",
            t -> post("/auth/password/forgot", "{\"email\":\"%s\"}", t.email())),
        api(
            "POST",
            "/auth/password/reset",
            t ->
                post(
                    "/auth/password/reset",
                    """
                    {"email":"%s","code":"0123-4567-89AB","newPassword":"%s"}\
                    """,
                    t.email(),
                    t.password())),
        api(
            "POST",
            "/auth/password",
            t ->
                post(
                    "/auth/password",
                    """
                    {"oldPassword":"%s","newPassword":"%s"}\
                    """,
                    t.password(),
                    t.password())));
  }

  private static List<Sample> workspace() {
    return List.of(
        api("GET", "/workspace", _ -> get("/workspace")),
        api(
            "PATCH",
            "/workspace",
            t ->
                Call.api(
                    "PATCH",
                    "/workspace",
                    "{\"name\":\"%s\",\"policy\":{\"a\":1}}".formatted(t.canary))),
        api(
            "PATCH",
            "/workspace/members/{userId}",
            t ->
                Call.api(
                    "PATCH", "/workspace/members/" + t.guest().user(), "{\"role\":\"ADMIN\"}")),
        api(
            "DELETE",
            "/workspace/members/{userId}",
            t -> Call.api("DELETE", "/workspace/members/" + t.guest().user())),
        api("GET", "/workspace/export", _ -> get("/workspace/export")),
        api(
            "DELETE",
            "/workspace",
            t ->
                Call.api("DELETE", "/workspace", "{\"name\":\"Nowhere\"}")
                    .with("Authorization", "Bearer " + t.passerBy().token())),
        api("GET", "/workspace/invites", _ -> get("/workspace/invites")),
        api(
            "POST",
            "/workspace/invites",
            t ->
                post("/workspace/invites", "{\"email\":\"%s\",\"role\":\"USER\"}", t.newAddress())),
        api("GET", "/workspace/hook-secrets", _ -> get("/workspace/hook-secrets")),
        api(
            "POST",
            "/workspace/hook-secrets",
            t -> {
              t.roomForHookSecret();
              return Call.api("POST", "/workspace/hook-secrets");
            }),
        api(
            "DELETE",
            "/workspace/hook-secrets/{id}",
            t -> Call.api("DELETE", "/workspace/hook-secrets/" + t.hookSecretToRemove())),
        api(
            "DELETE",
            "/workspace/invites/{id}",
            t -> Call.api("DELETE", "/workspace/invites/" + t.invite().id())),
        api(
            "POST",
            "/workspace/join",
            t ->
                post("/workspace/join", "{\"inviteCode\":\"%s\"}", t.invite().code())
                    .with("Authorization", "Bearer " + t.passerBy().token())));
  }
}
