package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A change of a row as the server remembers it.
///
/// @param by who made it; empty: the server itself
/// @param name what they are called, if the server knows
/// @param change what it was; empty where this version does not know it, or it is a letter
public record PastChange(
    Instant at, Optional<UUID> by, Optional<String> name, String op, Optional<Change> change) {

  static PastChange of(JsonNode json) {
    return new PastChange(
        Instant.parse(json.path("at").asText()),
        text(json, "userId").map(UUID::fromString),
        text(json, "userName"),
        json.path("op").asText(),
        json.path("change") instanceof ObjectNode change ? read(change) : Optional.empty());
  }

  private static Optional<Change> read(ObjectNode change) {
    try {
      return Optional.of(Codec.decode(change.toString()));
    } catch (CodecException _) {
      return Optional.empty();
    }
  }

  static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }
}
