package com.salescopilot.desktop.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `account.json`: the account that worked here last. It holds no secret, and losing it costs a
/// login, never an edit: the store is found again by user and workspace.
record AccountFile(Path file) {
  private static final System.Logger LOG = System.getLogger(AccountFile.class.getName());

  /// @param memberships of the account's person
  /// @param left whether they logged out since
  record Kept(Account account, List<Membership> memberships, boolean left) {}

  Optional<Kept> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ObjectNode json = ValueJson.object(Files.readString(file));
      return Optional.of(
          new Kept(
              new Account(
                  json.path("server").asText(),
                  UserId.parse(json.path("user").asText()),
                  WorkspaceId.parse(json.path("workspace").asText()),
                  json.path("email").asText(),
                  json.path("firstName").asText(),
                  json.path("lastName").asText(),
                  role(json)),
              json.path("workspaces").valueStream().map(AccountFile::membership).toList(),
              json.path("left").asBoolean()));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the last account is unreadable: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Membership membership(JsonNode json) {
    return new Membership(
        WorkspaceId.parse(json.path("id").asText()), json.path("name").asText(), role(json));
  }

  private static Role role(JsonNode json) {
    return Role.valueOf(json.path("role").asText());
  }

  void write(Kept kept) throws IOException {
    Account account = kept.account();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("server", account.server())
            .put("user", account.user().toString())
            .put("workspace", account.workspace().toString())
            .put("email", account.email())
            .put("firstName", account.firstName())
            .put("lastName", account.lastName())
            .put("role", account.role().name())
            .put("left", kept.left());
    ArrayNode workspaces = json.putArray("workspaces");
    for (Membership each : kept.memberships()) {
      workspaces
          .addObject()
          .put("id", each.workspace().toString())
          .put("name", each.name())
          .put("role", each.role().name());
    }
    PrivateFiles.write(file, json + "\n");
  }
}
