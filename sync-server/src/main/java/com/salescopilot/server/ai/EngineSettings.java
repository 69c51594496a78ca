package com.salescopilot.server.ai;

import java.net.URI;
import java.util.Optional;

/// The engine that the operator names beside the built-in one.
///
/// @param base below which its interface lies
/// @param key empty if it asks for none
/// @param dailyTokens what one person may use of it in a day
public record EngineSettings(
    Provider provider, URI base, String model, Optional<String> key, int dailyTokens) {

  /// Whose interface it speaks.
  public enum Provider {
    NONE("http://127.0.0.1"),
    OPENAI("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com"),
    OLLAMA("http://127.0.0.1:11434");

    private final String usual;

    Provider(String usual) {
      this.usual = usual;
    }

    /// Where it is found unless somebody says otherwise.
    public URI usual() {
      return URI.create(usual);
    }
  }

  /// Without the key.
  @Override
  public String toString() {
    return provider + " " + model + " at " + base;
  }
}
