package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/// A place where one is signed in.
///
/// @param device what the program there called itself
/// @param source the network address
/// @param current whether it is this one
public record OpenSession(UUID id, String device, String source, Instant usedAt, boolean current) {

  static OpenSession of(JsonNode item) {
    return new OpenSession(
        UUID.fromString(item.path("id").asText()),
        item.path("device").asText(),
        item.path("source").asText(),
        Instant.parse(item.path("usedAt").asText()),
        item.path("current").asBoolean());
  }
}
