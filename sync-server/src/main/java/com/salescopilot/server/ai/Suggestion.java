package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.Flag;
import com.salescopilot.model.ai.Hunk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an engine suggests, judged already.
///
/// @param engine who it is from
/// @param degraded why it is not from the engine that was wanted
record Suggestion(
    List<Hunk> hunks, List<Flag> flags, Engine engine, Optional<Degraded> degraded, Usage usage) {

  /// Who suggests.
  record Engine(String name, String model, String promptVersion) {
    static Engine builtIn() {
      return new Engine(BuiltIn.NAME, BuiltIn.NAME, BuiltIn.VERSION);
    }
  }

  Suggestion {
    hunks = List.copyOf(hunks);
    flags = List.copyOf(flags);
  }

  static Suggestion builtIn(List<Hunk> hunks) {
    return new Suggestion(hunks, List.of(), Engine.builtIn(), Optional.empty(), Usage.NONE);
  }

  /// The same, instead of another.
  Suggestion because(Degraded reason, List<Flag> more, Usage used) {
    return new Suggestion(hunks, more, engine, Optional.of(reason), used);
  }

  /// Writes who it is from and how that went.
  void describe(ObjectNode answer, long latency) {
    ObjectNode who = answer.putObject("engine");
    who.put("name", engine.name()).put("model", engine.model());
    who.put("promptVersion", engine.promptVersion());
    @Nullable String reason = degraded.map(Enum::name).orElse(null);
    if (reason == null) {
      answer.putNull("degraded");
    } else {
      answer.putObject("degraded").put("reason", reason);
    }
    answer.put("latencyMs", latency);
    if (usage.all() == 0) {
      answer.putNull("usage");
    } else {
      answer.putObject("usage").put("in", usage.in()).put("out", usage.out());
    }
  }

  /// Writes changes and what was held back.
  void changes(ObjectNode answer) {
    ArrayNode changes = answer.putArray("hunks");
    hunks.forEach(
        hunk ->
            changes
                .addObject()
                .put("from", hunk.from())
                .put("to", hunk.to())
                .put("text", hunk.text())
                .put("reason", hunk.reason()));
    write(flags, answer);
  }

  /// Writes what was held back.
  static void write(List<Flag> flags, ObjectNode answer) {
    ArrayNode held = answer.putArray("flags");
    flags.forEach(
        flag ->
            held.addObject()
                .put("code", flag.code().name())
                .put("text", flag.text())
                .put("why", flag.why()));
  }
}
