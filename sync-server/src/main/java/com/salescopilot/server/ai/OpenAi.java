package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.util.Map;

/// OpenAI's chat completions, which many servers speak: events `data: {…}` up to `data: [DONE]`, or
/// one object where a server does not stream.
final class OpenAi implements Protocol {
  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  private final EngineSettings settings;

  OpenAi(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public String path() {
    return "/chat/completions";
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
    body.putObject("stream_options").put("include_usage", true);
    body.put("max_tokens", question.tokens());
    body.put("temperature", 0);
    messages(body.putArray("messages"), question);
    ObjectNode format = body.putObject("response_format");
    format.put("type", "json_schema");
    ObjectNode schema = format.putObject("json_schema");
    schema.put("name", "answer").put("strict", true);
    schema.set("schema", question.schema());
    return body.toString();
  }

  /// As Ollama takes them too.
  static void messages(ArrayNode messages, Question question) {
    messages.addObject().put("role", "system").put("content", question.instruction());
    messages.addObject().put("role", "user").put("content", question.data());
  }

  @Override
  public void hear(String line, Speech speech) {
    String data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : line.strip();
    if (data.isEmpty() || data.startsWith(":") || data.startsWith("event:")) {
      return;
    }
    if (data.equals(DONE)) {
      speech.end(Speech.End.WHOLE);
      return;
    }
    JsonNode said = ValueJson.tree(data);
    if (said.hasNonNull("error")) {
      speech.end(Speech.End.FAILED);
    }
    JsonNode usage = said.path("usage");
    speech.used(usage.path("prompt_tokens").asLong(), usage.path("completion_tokens").asLong());
    for (JsonNode choice : said.path("choices")) {
      JsonNode part = choice.has("delta") ? choice.path("delta") : choice.path("message");
      if (!part.path("refusal").asText("").isEmpty() && !part.path("refusal").isNull()) {
        speech.end(Speech.End.REFUSED);
      }
      if (part.path("content").isTextual()) {
        speech.say(part.path("content").textValue());
      }
      finish(choice.path("finish_reason").asText(""), speech);
    }
  }

  private static void finish(String reason, Speech speech) {
    switch (reason) {
      case "stop" -> speech.end(Speech.End.WHOLE);
      case "length" -> speech.end(Speech.End.CUT);
      case "content_filter" -> speech.end(Speech.End.REFUSED);
      case "tool_calls", "function_call" -> speech.end(Speech.End.FAILED); // nobody offered any
      default -> {
        // goes on
      }
    }
  }
}
