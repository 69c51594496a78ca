package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.keys.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// An account that calls the server, with what it knows and owns.
final class Tenant {
  /// How many prospects a tenant has whose addresses and keys others may try.
  static final int RESERVE = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Door door;
  private JsonNode signedIn;
  private Instant fresh;
  private final Set<String> said = new HashSet<>();
  private final String prefix = UUID.randomUUID().toString().substring(0, 8);
  private int count;

  /// Stands in every text that this tenant writes, and nowhere else.
  final String canary;

  /// Stands in every mail address that this tenant writes.
  final String domain;

  /// The ids of its rows by what they are.
  final Map<String, String> ids = new LinkedHashMap<>();

  private Tenant(Door door, String canary, JsonNode signedIn) {
    this.door = door;
    this.canary = canary;
    this.domain = canary.toLowerCase(java.util.Locale.ROOT) + "mail.example";
    this.signedIn = signedIn;
    this.fresh = freshUntil(signedIn);
    ids.put("workspace", workspace());
    ids.put("user", user());
    ids.put("session", claims(token()).path("sid").asText());
  }

  private static JsonNode claims(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return ValueJson.tree(new String(claims, StandardCharsets.UTF_8));
  }

  /// Half of the time for which a token is good.
  private static Instant freshUntil(JsonNode signedIn) {
    return Instant.now().plusSeconds(signedIn.path("expiresIn").asLong() / 2);
  }

  /// A long walk outlives its tokens.
  private void keepSignedIn() {
    if (Instant.now().isAfter(fresh)) {
      String body = "{\"refreshToken\":\"%s\"}".formatted(refreshToken());
      signedIn = answered(canary, door.send(Call.api("POST", "/auth/refresh", body)));
      fresh = freshUntil(signedIn);
    }
  }

  /// A new account in its own workspace, as its admin.
  static Tenant signUp(Door door, String canary) {
    Reply reply =
        door.send(
            Call.api(
                "POST",
                "/auth/signup",
                """
                {"email":"%s","password":"%s","firstName":"%s","lastName":"L"}\
                """
                    .formatted(address(canary), password(canary), canary)));
    return new Tenant(door, canary, answered(canary, reply));
  }

  /// The same account, seen in another workspace that it is a member of.
  Tenant in(Tenant colleague) {
    Reply reply =
        door.send(
            Call.api(
                "POST",
                "/auth/refresh",
                """
                {"refreshToken":"%s","workspaceId":"%s"}\
                """
                    .formatted(refreshToken(), colleague.workspace())));
    return new Tenant(door, canary, answered(canary, reply));
  }

  /// The same account in a session of its own, which others may end.
  Tenant elsewhere() {
    return by(door.superuser().openSession(workspace(), user()));
  }

  /// Somebody with an account, the same password, and nothing else in common.
  Tenant passerBy() {
    return by(door.superuser().passerBy("passer-" + prefix + newAddress(), user()));
  }

  /// One more member of this workspace, who will not be missed.
  Tenant guest() {
    Tenant guest = passerBy();
    door.superuser().addMember(workspace(), guest.user());
    return guest;
  }

  /// An invitation into this workspace.
  Superuser.Invite invite() {
    return door.superuser().invite(workspace(), user());
  }

  private Tenant by(String refreshToken) {
    String body = "{\"refreshToken\":\"%s\"}".formatted(refreshToken);
    Reply reply = door.send(Call.api("POST", "/auth/refresh", body));
    return new Tenant(door, canary, answered(canary, reply));
  }

  private static JsonNode answered(String canary, Reply reply) {
    if (!reply.good()) {
      throw new AssertionError(canary + ": " + reply.status() + " " + reply.body());
    }
    return reply.json();
  }

  private static String password(String canary) {
    return "correct horse " + canary.hashCode();
  }

  private static String address(String canary) {
    return "owner@" + canary.toLowerCase(java.util.Locale.ROOT) + "mail.example";
  }

  Door door() {
    return door;
  }

  String email() {
    return signedIn.at("/user/email").asText();
  }

  String password() {
    return password(canary);
  }

  String user() {
    return signedIn.at("/user/id").asText();
  }

  UserId userId() {
    return UserId.parse(user());
  }

  String workspace() {
    return signedIn.at("/user/workspaceId").asText();
  }

  String role() {
    return signedIn.at("/user/role").asText();
  }

  String token() {
    return signedIn.path("token").asText();
  }

  String refreshToken() {
    return signedIn.path("refreshToken").asText();
  }

  /// By which the server knows the device at the next sign-in.
  String mark() {
    return signedIn.path("device").asText();
  }

  /// An id of its own.
  String id(String kind) {
    String id = ids.get(kind);
    if (id == null) {
      throw new AssertionError(canary + " has no " + kind);
    }
    return id;
  }

  /// A number that no other call of this tenant has.
  int next() {
    return ++count;
  }

  /// A key that no other call of this tenant has.
  String key() {
    return "key-" + prefix + "-n" + next();
  }

  /// A key that one of its calls had; there are [#RESERVE] of them.
  String usedKey(int n) {
    return "key-" + prefix + "-n" + (n % RESERVE + 1_000);
  }

  /// The address of one of its prospects; there are [#RESERVE] of them.
  String usedAddress(int n) {
    return "reserve-" + n % RESERVE + "@" + domain;
  }

  /// An address that no other call of this tenant has.
  String newAddress() {
    return "p-n" + next() + "@" + domain;
  }

  /// The secret with which the programs of its workspace report.
  String hookSecret() {
    byte[] key = door.server().keys().derive("webhook/" + WorkspaceId.parse(workspace()));
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /// One more secret for the hooks of its workspace, which will not be missed.
  String hookSecretToRemove() {
    roomForHookSecret();
    return door.superuser().hookSecret(workspace(), user());
  }

  /// Makes room for a second one.
  void roomForHookSecret() {
    door.superuser().dropHookSecret(workspace());
  }

  /// The token in the pixel of one of its mails.
  String pixelToken(String email) {
    return new Tokens(door.server().keys()).of(Tokens.Kind.OPEN, UUID.fromString(email));
  }

  /// The token of the way out of one of its mails.
  String wayOutToken(String email) {
    return new Tokens(door.server().keys()).of(Tokens.Kind.UNSUBSCRIBE, UUID.fromString(email));
  }

  /// Sends a call with its token, unless the call brings another proof.
  Reply send(Call call) {
    said.addAll(Traces.in(call.text()));
    boolean proved = call.headers().containsKey("Authorization");
    boolean open = call.surface() != Surface.API || call.path().contains("/webhooks/");
    if (proved || open) {
      return door.send(call);
    }
    keepSignedIn();
    return door.send(call.with("Authorization", "Bearer " + token()));
  }

  /// The ids and addresses that it ever said: an answer may repeat them.
  Set<String> said() {
    return Collections.unmodifiableSet(said);
  }

  Reply get(String path) {
    return send(Call.api("GET", path));
  }

  Reply post(String path, String body) {
    return send(Call.api("POST", path, body));
  }

  /// Waits until every consumer has heard what happened in its workspace.
  void awaitHeard() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!door.superuser().allHeard(workspace())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the server did not come to rest");
      }
      Thread.onSpinWait();
    }
  }

  /// What must succeed, and the id of what it made.
  String made(String path, String body) {
    Reply reply = post(path, body);
    if (!reply.good()) {
      throw new AssertionError(path + " " + body + ": " + reply.status() + " " + reply.body());
    }
    return reply.at("id");
  }

  @Override
  public String toString() {
    return canary + " as " + role();
  }
}
