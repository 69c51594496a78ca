package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.score.Circumstance;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.rest.Companies;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// `POST /ai/score`: a letter's score by the rules that every desk has too, which needs no model.
/// Where one may be asked, it adds a few words.
final class ScoreRoute {
  private final Statements statements = Statements.load(ScoreRoute.class);
  private final RowTables tables = new RowTables();
  private final Database database;
  private final Rows rows;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Scorer scorer = new Scorer();
  private final Answers answers;
  private final Narrator narrator;

  ScoreRoute(
      Database database,
      Rows rows,
      Answers answers,
      Narrator narrator,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.answers = answers;
    this.narrator = narrator;
    this.database = database;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  Answer answer(Caller caller, Request request) {
    Instant began = clock.instant();
    ScoreRequest asked = ScoreRequest.of(caller, request);
    String question = Kind.SCORE + " " + new String(request.body(), StandardCharsets.UTF_8);
    Optional<JsonNode> known =
        asked.requestId().flatMap(id -> answers.to(caller, Kind.SCORE, id, question));
    if (known.isPresent()) {
      return Answer.ok(known.get());
    }
    Optional<Doc> draft = asked.draft().map(id -> rows.get(caller, Entity.EMAIL_DRAFT, id));
    Optional<Doc> prospect =
        asked
            .prospect()
            .or(() -> draft.flatMap(row -> row.uuid("prospectId")))
            .map(id -> rows.get(caller, Entity.PROSPECT, id));
    ScoredDraft letter = asked.letter(draft);
    ScoredMail mail =
        prospect
            .map(
                row -> {
                  FieldValues values = Letter.values(row, sender(caller), company(caller, row));
                  PickSeed seed =
                      draft
                          .map(kept -> Letter.seed(kept, row))
                          .orElseGet(() -> PickSeed.to(row.id()));
                  return letter.to(values, FieldCatalogue.of(values), seed);
                })
            .orElseGet(() -> letter.toAnybody(new FieldCatalogue(List.of())))
            .atStep(asked.stepPosition());
    if (draft.flatMap(row -> row.uuid("campaignId")).isPresent()) {
      mail = mail.when(Circumstance.CAMPAIGN);
    }
    if (prospect.isPresent() && isSuppressed(caller, prospect.get())) {
      mail = mail.when(Circumstance.SUPPRESSED);
    }
    ScoredMail judged = asked.language().map(mail::in).orElse(mail);
    Score score = scorer.score(judged, yardstick(caller));
    Narrator.Told told =
        narrator.tell(
            new Engines.Wish(caller, request, asked.engine(), narrator.policy(caller)),
            judged,
            score);
    UUID id = asked.requestId().orElseGet(ids);
    ObjectNode answer = json(id, score, told, began);
    return Answer.ok(
        told.isAsked()
            ? answers.keep(
                caller, Kind.SCORE, id, prospect.map(Doc::id), question, answer, told.usage().all())
            : answer);
  }

  /// What the caller's letters are judged by; a desk keeps it for when there is no network.
  Answer rules(Caller caller, Request request) {
    ObjectNode rules = (ObjectNode) ValueJson.write(yardstick(caller).value());
    return Answer.ok(rules.put("narrator", narrator.isThere(caller)));
  }

  private Yardstick yardstick(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.one(
                statements.get("yardstick"),
                Args.of("ws", caller.workspace()).and("user", caller.user()),
                row ->
                    Yardstick.of(
                        row.json("policy").at("/score/weights"),
                        row.jsonMaybe("own").orElse(MissingNode.getInstance()))));
  }

  private ObjectNode json(UUID request, Score score, Narrator.Told told, Instant began) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("requestId", request.toString());
    long latency = Math.max(0, Duration.between(began, clock.instant()).toMillis());
    new Suggestion(List.of(), told.flags(), told.engine(), told.degraded(), told.usage())
        .describe(json, latency);
    if (told.text().isEmpty()) {
      json.putObject("engine")
          .put("name", BuiltIn.NAME)
          .put("model", score.model())
          .putNull("promptVersion");
    }
    json.setAll((ObjectNode) ValueJson.write(score.value()));
    told.into(json);
    return json;
  }

  private boolean isSuppressed(Caller caller, Doc prospect) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.one(
                statements.get("suppressed"),
                Args.of("ws", caller.workspace()).and("prospect", prospect.id()),
                row -> row.flag("suppressed")));
  }

  private Optional<Doc> company(Caller caller, Doc prospect) {
    return database.snapshot(
        caller.scope(),
        tx ->
            Optional.ofNullable(
                Companies.of(tx, caller.scope(), tables, List.of(prospect)).get(prospect.id())));
  }

  private Sender sender(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.one(
                statements.get("sender"),
                Args.of("user", caller.user()),
                row ->
                    new Sender(
                        row.textMaybe("first_name").orElse(""),
                        row.textMaybe("last_name").orElse(""),
                        row.text("email"))));
  }
}
