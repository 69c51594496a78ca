package com.salescopilot.server.ai;

import java.util.Map;

/// How one provider is asked and heard.
interface Protocol {
  /// The path below the base address.
  String path();

  /// Headers beside the usual ones.
  Map<String, String> headers();

  /// The body of the request.
  String body(Question question);

  /// Understands one line of the answer.
  ///
  /// @throws IllegalArgumentException if it is none
  void hear(String line, Speech speech);

  /// The protocol of a provider.
  static Protocol of(EngineSettings settings) {
    return switch (settings.provider()) {
      case OPENAI -> new OpenAi(settings);
      case ANTHROPIC -> new Anthropic(settings);
      case OLLAMA -> new Ollama(settings);
      case NONE -> throw new IllegalArgumentException("nobody to ask");
    };
  }
}
