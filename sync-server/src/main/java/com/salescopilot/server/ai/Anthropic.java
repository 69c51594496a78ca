package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.util.HashMap;
import java.util.Map;

/// Anthropic's messages: named events, each with the same name in its data.
final class Anthropic implements Protocol {
  private static final String DATA = "data:";
  private static final String VERSION = "2023-06-01";

  private final EngineSettings settings;

  Anthropic(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>(Map.of("anthropic-version", VERSION));
    settings.key().ifPresent(key -> headers.put("x-api-key", key));
    return headers;
  }

  @Override
  public String body(Question question) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", settings.model());
    body.put("max_tokens", question.tokens());
    body.put("stream", true);
    body.put("system", question.instruction());
    body.putArray("messages").addObject().put("role", "user").put("content", question.data());
    return body.toString();
  }

  @Override
  public void hear(String line, Speech speech) {
    boolean data = line.startsWith(DATA);
    if (!data && !line.startsWith("{")) {
      return; // the event's name, a comment, the blank line between two
    }
    JsonNode said = ValueJson.tree(data ? line.substring(DATA.length()) : line);
    switch (said.path("type").asText()) {
      case "message_start" -> used(said.path("message").path("usage"), speech);
      case "content_block_delta" -> {
        if (said.path("delta").path("text").isTextual()) {
          speech.say(said.path("delta").path("text").textValue());
        }
      }
      case "message_delta" -> {
        used(said.path("usage"), speech);
        stop(said.path("delta").path("stop_reason").asText(""), speech);
      }
      case "message" -> whole(said, speech);
      case "error" -> speech.end(Speech.End.FAILED);
      default -> {
        // ping, block starts and stops, and what is new
      }
    }
  }

  /// Where a server between does not stream.
  private static void whole(JsonNode said, Speech speech) {
    used(said.path("usage"), speech);
    said.path("content").forEach(block -> speech.say(block.path("text").asText("")));
    stop(said.path("stop_reason").asText(""), speech);
  }

  private static void used(JsonNode usage, Speech speech) {
    speech.used(usage.path("input_tokens").asLong(), usage.path("output_tokens").asLong());
  }

  private static void stop(String reason, Speech speech) {
    switch (reason) {
      case "end_turn", "stop_sequence" -> speech.end(Speech.End.WHOLE);
      case "max_tokens", "model_context_window_exceeded" -> speech.end(Speech.End.CUT);
      case "refusal" -> speech.end(Speech.End.REFUSED);
      case "" -> {
        // not yet
      }
      default -> speech.end(Speech.End.FAILED);
    }
  }
}
