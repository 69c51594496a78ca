package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/// The three formats as their providers publish them.
enum Speaking {
  OPENAI,
  ANTHROPIC,
  OLLAMA;

  EngineSettings.Provider provider() {
    return EngineSettings.Provider.valueOf(name());
  }

  /// A whole answer, in two pieces.
  ScriptedModel.Scene saying(String text) {
    return ending(text, end("stop"));
  }

  /// An answer that reached the limit of its length.
  ScriptedModel.Scene cut(String text) {
    return ending(text, end("length"));
  }

  /// The model would not.
  ScriptedModel.Scene refusing() {
    return switch (this) {
      case OPENAI ->
          ScriptedModel.lines(
              "data: {\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I"
                  + " cannot\"},\"finish_reason\":null}]}",
              "",
              "data: [DONE]");
      case ANTHROPIC -> ending("", end("refusal"));
      case OLLAMA -> ending("I will not do that.", end("stop"));
    };
  }

  /// The connection ends amid it.
  ScriptedModel.Scene breaking(String text) {
    return ending(text, List.of());
  }

  ScriptedModel.Scene ending(String text, List<String> end) {
    int half = text.length() / 2;
    List<String> lines = new ArrayList<>(start());
    lines.addAll(piece(text.substring(0, half)));
    lines.addAll(piece(text.substring(half)));
    lines.addAll(end);
    return ScriptedModel.lines(lines.toArray(String[]::new));
  }

  List<String> piece(String text) {
    String json = TextNode.valueOf(text).toString();
    return switch (this) {
      case OPENAI ->
          List.of(
              "data:"
                  + " {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":"
                  + ("{\"content\":" + json + "},\"finish_reason\":null}]}"),
              "");
      case ANTHROPIC ->
          List.of(
              "event: content_block_delta",
              "data:"
                  + " {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                  + (json + "}}"),
              "");
      case OLLAMA ->
          List.of(
              "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":"
                  + json
                  + "},\"done\":false}");
    };
  }

  private List<String> start() {
    return switch (this) {
      case OPENAI ->
          List.of(
              "data:"
                  + " {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}",
              "");
      case ANTHROPIC ->
          List.of(
              "event: message_start",
              "data:"
                  + " {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"role\":\"assistant\",\"content\":[],"
                  + "\"usage\":{\"input_tokens\":40,\"output_tokens\":1}}}",
              "",
              "event: ping",
              "data: {\"type\":\"ping\"}",
              "");
      case OLLAMA -> List.of();
    };
  }

  private List<String> end(String reason) {
    return switch (this) {
      case OPENAI ->
          List.of(
              "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                  + reason
                  + "\"}]}",
              "",
              "data:"
                  + " {\"choices\":[],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":9,\"total_tokens\":49}}",
              "",
              "data: [DONE]",
              "");
      case ANTHROPIC -> {
        String stop =
            switch (reason) {
              case "stop" -> "end_turn";
              case "length" -> "max_tokens";
              default -> reason;
            };
        yield List.of(
            "event: message_delta",
            "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
                + (stop + "\"},\"usage\":{\"output_tokens\":9}}"),
            "",
            "event: message_stop",
            "data: {\"type\":\"message_stop\"}",
            "");
      }
      case OLLAMA ->
          List.of(
              "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\""
                  + (reason + "\",\"prompt_eval_count\":40,\"eval_count\":9}"));
    };
  }
}
