package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.util.Map;

/// Ollama's chat: one object a line, the last one says `done`; `format` holds the schema.
final class Ollama implements Protocol {
  private final EngineSettings settings;

  Ollama(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public String path() {
    return "/api/chat";
  }

  @Override
  public Map<String, String> headers() {
    return settings.key().map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of());
  }

  @Override
  public String body(Question question) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", settings.model());
    body.put("stream", true);
    OpenAi.messages(body.putArray("messages"), question);
    body.set("format", question.schema());
    body.putObject("options").put("num_predict", question.tokens()).put("temperature", 0);
    return body.toString();
  }

  @Override
  public void hear(String line, Speech speech) {
    if (line.isBlank()) {
      return;
    }
    JsonNode said = ValueJson.tree(line);
    if (said.hasNonNull("error")) {
      speech.end(Speech.End.FAILED);
      return;
    }
    if (said.path("message").path("content").isTextual()) {
      speech.say(said.path("message").path("content").textValue());
    }
    if (said.path("done").asBoolean()) {
      speech.used(said.path("prompt_eval_count").asLong(), said.path("eval_count").asLong());
      boolean cut = said.path("done_reason").asText().equals("length");
      speech.end(cut ? Speech.End.CUT : Speech.End.WHOLE);
    }
  }
}
