package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a workspace allows, from `ai` in its policy. Nothing leaves unless an admin says so.
///
/// @param external whether letters may go to the engine that the operator names
/// @param dlp what is kept back of them
/// @param notes what the workspace says of its product
record AiPolicy(boolean external, Dlp dlp, Optional<String> notes) {
  static AiPolicy of(JsonNode policy) {
    JsonNode ai = policy.path("ai");
    return new AiPolicy(
        ai.path("external").asBoolean(false),
        Dlp.of(ai.path("dlp").asText("")),
        Optional.of(ai.path("notes").asText("")).filter(notes -> !notes.isBlank()));
  }
}
