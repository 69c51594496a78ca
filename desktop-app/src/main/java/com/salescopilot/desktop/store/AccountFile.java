package com.salescopilot.desktop.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/// `account.json`: the account that worked here last. It holds no secret, and losing it costs a
/// login, never an edit: the store is found again by user and workspace.
record AccountFile(Path file) {
  private static final System.Logger LOG = System.getLogger(AccountFile.class.getName());

  Optional<Account> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ObjectNode json = ValueJson.object(Files.readString(file));
      return Optional.of(
          new Account(
              json.path("server").asText(),
              UserId.parse(json.path("user").asText()),
              WorkspaceId.parse(json.path("workspace").asText()),
              json.path("email").asText(),
              json.path("firstName").asText(),
              json.path("lastName").asText(),
              Role.valueOf(json.path("role").asText())));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the last account is unreadable: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  void write(Account account) throws IOException {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("server", Value.text(account.server()));
    members.put("user", Value.text(account.user().toString()));
    members.put("workspace", Value.text(account.workspace().toString()));
    members.put("email", Value.text(account.email()));
    members.put("firstName", Value.text(account.firstName()));
    members.put("lastName", Value.text(account.lastName()));
    members.put("role", Value.text(account.role().name()));
    PrivateFiles.write(file, CanonicalJson.of(new Value.Fields(members)) + "\n");
  }
}
