package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A row that was deleted and can be brought back.
///
/// @param row as it was
/// @param by who deleted it; empty: the server itself
public record Trashed(Doc row, Instant at, Optional<UUID> by, Optional<String> name) {

  static Optional<Trashed> of(JsonNode json) {
    return Entity.named(json.path("entity").asText())
        .map(
            entity ->
                new Trashed(
                    new Doc(
                        entity,
                        UUID.fromString(json.path("id").asText()),
                        json.path("rev").asLong(),
                        ValueJson.members((ObjectNode) json.path("fields"))),
                    Instant.parse(json.path("deletedAt").asText()),
                    PastChange.text(json, "deletedBy").map(UUID::fromString),
                    PastChange.text(json, "deletedByName")));
  }
}
