package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.value.ValueJson;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A campaign that is being put together: on this machine's disk, and seen by nobody else until it
/// is created. Its audience lies beside it, since that may be long and changes more rarely.
///
/// @param id the one it will have
record BegunCampaign(UUID id, String name, String description) {
  private static final String KIND = "campaign";
  private static final String TEXT = "new";
  private static final String AUDIENCE = "new.audience";

  static Optional<BegunCampaign> find(SqliteStore store) {
    return store
        .localDraft(KIND, TEXT)
        .map(ValueJson::object)
        .map(
            json ->
                new BegunCampaign(
                    UUID.fromString(json.path("id").asText()),
                    json.path("name").asText(""),
                    json.path("description").asText("")));
  }

  /// The prospects that were marked for it.
  static Set<UUID> audience(SqliteStore store) {
    Set<UUID> marked = new LinkedHashSet<>();
    store
        .localDraft(KIND, AUDIENCE)
        .map(ValueJson::object)
        .map(json -> json.path("prospects"))
        .ifPresent(
            ids -> {
              for (JsonNode id : ids) {
                marked.add(UUID.fromString(id.asText()));
              }
            });
    return marked;
  }

  static void keepAudience(SqliteStore store, Collection<UUID> marked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = json.putArray("prospects");
    marked.forEach(id -> ids.add(id.toString()));
    store.keepLocalDraft(KIND, AUDIENCE, json.toString());
  }

  static void forget(SqliteStore store) {
    store.dropLocalDraft(KIND, TEXT);
    store.dropLocalDraft(KIND, AUDIENCE);
  }

  void keep(SqliteStore store) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id.toString()).put("name", name).put("description", description);
    store.keepLocalDraft(KIND, TEXT, json.toString());
  }
}
