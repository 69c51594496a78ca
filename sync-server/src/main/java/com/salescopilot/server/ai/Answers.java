package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.sync.Hash128;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Answers that were given, for a day: who asks the same again gets the same, and what was used of
/// an engine is counted by them.
final class Answers {
  private static final Duration MEMORY = Duration.ofHours(24);

  private final Database database;
  private final InstantSource clock;
  private final Statements statements = Statements.load(Answers.class);

  Answers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What the request was answered.
  ///
  /// @throws AppError.Invalid if its id was used for another question
  Optional<JsonNode> to(Caller caller, Kind kind, UUID request, String question) {
    record Kept(String fingerprint, JsonNode answer) {}
    Optional<Kept> kept =
        database.inWorkspace(
            caller.scope(),
            tx ->
                tx.maybe(
                    statements.get("kept"),
                    key(caller).and("kind", kind).and("request", request).and("since", since()),
                    row -> new Kept(row.text("fingerprint"), row.json("answer"))));
    if (kept.isPresent() && !kept.get().fingerprint().equals(fingerprint(question))) {
      throw new AppError.Invalid(
          "IDEMPOTENCY_KEY",
          "This requestId was used for another question; use a new one.",
          List.of());
    }
    return kept.map(Kept::answer);
  }

  /// Keeps an answer, unless the same question was answered meanwhile: then that answer counts.
  ///
  /// @param about the prospect that it is about
  JsonNode keep(
      Caller caller,
      Kind kind,
      UUID request,
      Optional<UUID> about,
      String question,
      ObjectNode answer,
      long tokens) {
    Args args =
        key(caller)
            .and("kind", kind)
            .and("request", request)
            .and("prospect", about)
            .and("fingerprint", fingerprint(question))
            .and("answer", answer.toString())
            .and("tokens", tokens)
            .and("since", since())
            .and("at", clock.instant());
    boolean first =
        database.inWorkspace(caller.scope(), tx -> tx.exec(statements.get("keep"), args)) == 1;
    return first ? answer : to(caller, kind, request, question).orElse(answer);
  }

  /// How many tokens a person used within a day.
  long spent(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.one(
                statements.get("spent"),
                key(caller).and("since", since()),
                row -> row.whole("tokens")));
  }

  /// Notes what became of a suggestion; what was noted before is replaced.
  void judge(Caller caller, FeedbackRequest told) {
    Args args =
        key(caller)
            .and("request", told.requestId())
            .and("kind", told.kind())
            .and("verdict", told.verdict())
            .and("finalText", Optional.ofNullable(told.finalText()))
            .and("reason", Optional.ofNullable(told.reason()))
            .and("at", clock.instant());
    int _ = database.inWorkspace(caller.scope(), tx -> tx.exec(statements.get("judge"), args));
  }

  private static Args key(Caller caller) {
    return Args.of("ws", caller.workspace()).and("user", caller.user());
  }

  private Instant since() {
    return clock.instant().minus(MEMORY);
  }

  private static String fingerprint(String question) {
    return Hash128.of(question).hex();
  }
}
