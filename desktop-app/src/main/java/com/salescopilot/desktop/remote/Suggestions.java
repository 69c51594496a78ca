package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.ai.Check;
import com.salescopilot.model.ai.Flag;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.ai.Hunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Suggestions by the server's engines. Every call may throw a [RemoteException].
public final class Suggestions {
  private final Rest rest;

  Suggestions(Rest rest) {
    this.rest = rest;
  }

  /// What is asked of a letter.
  ///
  /// @param request the same one has the same answer for a day
  /// @param goal what it shall become; empty: a letter for this one reader
  public record Question(
      UUID request, Optional<Goal> goal, String subject, String text, Optional<UUID> prospect) {}

  /// What the server suggests, judged already.
  ///
  /// @param engine who it is from
  /// @param version of what the engine was told
  /// @param degraded why it is not from the engine that was wanted; empty if it is
  /// @param missing fields that would help if they were filled
  public record Answer(
      String engine,
      String version,
      String degraded,
      List<Hunk> hunks,
      List<Flag> flags,
      List<String> missing) {
    static Answer of(ObjectNode json) {
      return new Answer(
          json.at("/engine/name").asText(),
          json.at("/engine/promptVersion").asText(),
          json.at("/degraded/reason").asText(""),
          json.path("hunks").valueStream().map(Answer::hunk).toList(),
          json.path("flags").valueStream().map(Answer::flag).toList(),
          json.path("missing").valueStream().map(JsonNode::asText).toList());
    }

    private static Hunk hunk(JsonNode item) {
      return new Hunk(
          item.path("from").asInt(),
          item.path("to").asInt(),
          item.path("text").asText(),
          item.path("reason").asText());
    }

    private static Flag flag(JsonNode item) {
      return new Flag(
          Check.valueOf(item.path("code").asText()),
          item.path("text").asText(),
          item.path("why").asText());
    }
  }

  public Answer ask(Question question) {
    Map<String, String> body =
        new HashMap<>(
            Map.of(
                "requestId",
                question.request().toString(),
                "subject",
                question.subject(),
                "bodyText",
                question.text(),
                "engine",
                "auto"));
    question.goal().ifPresent(goal -> body.put("goal", goal.name()));
    question.prospect().ifPresent(id -> body.put("prospectId", id.toString()));
    String route = question.goal().isPresent() ? "api/ai/rewrite" : "api/ai/personalize";
    ObjectNode answer = rest.send("POST", route, body);
    return Rest.understood(() -> Answer.of(answer));
  }

  /// A letter whose score is to be said in words.
  ///
  /// @param half which half of the body is written, by its name in the route's body
  public record Letter(
      UUID request, String subject, String half, String body, Optional<UUID> prospect) {}

  /// What a model said of a score, judged already.
  ///
  /// @param text empty if it said nothing that may be shown
  /// @param engine who it is from
  public record Narrative(String text, String engine) {
    static Narrative of(ObjectNode json) {
      return new Narrative(
          json.path("narrative").asText(""),
          json.at("/engine/name").asText() + " " + json.at("/engine/model").asText());
    }
  }

  public Narrative narrate(Letter letter) {
    Map<String, String> body =
        new HashMap<>(
            Map.of(
                "requestId",
                letter.request().toString(),
                "subject",
                letter.subject(),
                letter.half(),
                letter.body(),
                "engine",
                "external"));
    letter.prospect().ifPresent(id -> body.put("prospectId", id.toString()));
    ObjectNode answer = rest.send("POST", "api/ai/score", body);
    return Rest.understood(() -> Narrative.of(answer));
  }

  /// What letters are judged by in this workspace.
  public ObjectNode scoreRules() {
    return rest.get("api/ai/score/rules");
  }

  /// Tells what became of a suggestion; what was told before is replaced.
  ///
  /// @param told the members of the route's body
  public void judge(Map<String, String> told) {
    rest.send("POST", "api/ai/feedback", told);
  }
}
