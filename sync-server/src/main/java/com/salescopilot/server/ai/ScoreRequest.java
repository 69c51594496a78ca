package com.salescopilot.server.ai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.score.Language;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.rest.RequestBody;
import java.util.Optional;
import java.util.UUID;

/// A letter that somebody wants judged.
///
/// @param draft from which comes what the request does not say itself
record ScoreRequest(
    Optional<UUID> requestId,
    Optional<UUID> prospect,
    Optional<UUID> draft,
    Optional<String> subject,
    Optional<String> html,
    Optional<String> text,
    Optional<Language> language,
    int stepPosition,
    LetterRequest.EngineChoice engine) {
  private static final int MOST_STEPS = 20;
  private static final int LONGEST_SUBJECT = 998;
  private static final int LONGEST_BODY = 100 * 1024;

  /// Reads a request.
  ///
  /// @throws AppError.Invalid with everything that is wrong
  static ScoreRequest of(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    ScoreRequest asked =
        new ScoreRequest(
            id(body, "requestId"),
            id(body, "prospectId"),
            id(body, "draftId"),
            text(body, "subject", LONGEST_SUBJECT),
            text(body, "bodyHtml", LONGEST_BODY),
            text(body, "bodyText", LONGEST_BODY),
            body.takeText("locale").flatMap(Language::of),
            stepPosition(body),
            engine(body));
    passOver(body);
    body.noMore();
    body.done();
    return asked;
  }

  /// The letter, its gaps filled from a draft.
  ScoredDraft letter(Optional<Doc> row) {
    boolean own = html.isPresent() || text.isPresent();
    return new ScoredDraft(
        subject.or(() -> row.flatMap(kept -> kept.text("subject"))).orElse(""),
        own ? html : row.flatMap(kept -> kept.body("html")),
        own ? text : row.flatMap(kept -> kept.body("text")));
  }

  /// What all requests to `/ai` may say, and a score does not depend on.
  private static void passOver(RequestBody body) {
    body.takeText("tone");
    if (!body.take("facts").map(JsonNode::isArray).orElse(true)) {
      body.wrong("/facts", "must be a list.");
    }
  }

  private static LetterRequest.EngineChoice engine(RequestBody body) {
    String wanted = body.takeText("engine").orElse("auto");
    for (LetterRequest.EngineChoice choice : LetterRequest.EngineChoice.values()) {
      if (choice.name().equals(wanted)) {
        return choice;
      }
    }
    body.wrong("/engine", "must be auto, builtin or external.");
    return LetterRequest.EngineChoice.auto;
  }

  private static int stepPosition(RequestBody body) {
    Optional<JsonNode> position = body.take("stepPosition");
    int value = position.isEmpty() ? 1 : position.get().isInt() ? position.get().intValue() : 0;
    if (value < 1 || value > MOST_STEPS) {
      body.wrong("/stepPosition", "must be a whole number from 1 to " + MOST_STEPS + ".");
    }
    return value;
  }

  private static Optional<String> text(RequestBody body, String name, int most) {
    Optional<String> text = body.takeText(name);
    if (text.isPresent() && text.get().getBytes(UTF_8).length > most) {
      body.wrong("/" + name, "must have at most " + most + " bytes.");
    }
    return text;
  }

  private static Optional<UUID> id(RequestBody body, String name) {
    Optional<String> text = body.takeText(name);
    try {
      return text.map(t -> UuidText.parse(name, t));
    } catch (IllegalArgumentException _) {
      body.wrong("/" + name, "must be a UUID.");
      return Optional.empty();
    }
  }
}
