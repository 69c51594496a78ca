package com.salescopilot.server.ai;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.Claim;
import com.salescopilot.model.ai.Hunks;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.egress.StreamClient;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// `/ai`: suggestions for letters, from the built-in engine or one that the operator names. None is
/// applied or sent by itself, and every question has a useful answer without a network.
public final class AiRoutes implements Routes {
  private final InstantSource clock;
  private final Knowledge knowledge;
  private final Answers answers;
  private final Engines engines;
  private final BuiltIn builtIn = new BuiltIn();
  private final ScoreRoute score;

  /// @param engine beside the built-in one
  public AiRoutes(
      Database database,
      Rows rows,
      Optional<EngineSettings> engine,
      StreamClient web,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.clock = clock;
    this.knowledge = new Knowledge(database, rows);
    this.answers = new Answers(database, clock);
    this.engines =
        new Engines(
            engine.map(settings -> Model.of(settings, web, clock)), answers, new Pace(clock));
    this.score =
        new ScoreRoute(database, rows, answers, new Narrator(database, engines), ids, clock);
  }

  @Override
  public void add(RouteTable table) {
    table
        .post("/ai/personalize", MEMBER, (c, r) -> answer(c, r, Kind.PERSONALIZE))
        .post("/ai/rewrite", MEMBER, (c, r) -> answer(c, r, Kind.REWRITE))
        .post("/ai/score", MEMBER, score::answer)
        .get("/ai/score/rules", MEMBER, score::rules)
        .post("/ai/feedback", MEMBER, this::feedback);
  }

  private Answer feedback(Caller caller, Request request) {
    answers.judge(caller, request.json(FeedbackRequest.class).checked(caller));
    return Answer.noContent();
  }

  private Answer answer(Caller caller, Request request, Kind kind) {
    LetterRequest letter = request.json(LetterRequest.class).checked(caller, kind);
    String question = kind + " " + new String(request.body(), StandardCharsets.UTF_8);
    Optional<JsonNode> known = answers.to(caller, kind, letter.requestId(), question);
    if (known.isPresent()) {
      return Answer.ok(known.get());
    }
    Knowledge.Known about = knowledge.of(caller, letter);
    Instant begun = clock.instant();
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("requestId", letter.requestId().toString());
    Engines.Asked asked =
        new Engines.Asked(caller, request, letter, about.policy(), about.facts(), about.draft());
    Suggestion suggestion =
        switch (kind) {
          case PERSONALIZE -> personalize(asked, made);
          case REWRITE -> rewrite(asked, made);
          case SCORE -> throw new IllegalArgumentException("a score is no suggestion");
        };
    suggestion.describe(made, Duration.between(begun, clock.instant()).toMillis());
    return Answer.ok(
        answers.keep(
            caller,
            kind,
            letter.requestId(),
            Optional.ofNullable(letter.prospectId()),
            question,
            made,
            suggestion.usage().all()));
  }

  private Suggestion personalize(Engines.Asked asked, ObjectNode made) {
    LetterRequest letter = asked.letter();
    BuiltIn.Personal own =
        builtIn.personalize(
            letter.text(),
            asked.facts(),
            LetterRequest.name(letter.prospectId()),
            asked.draft(),
            letter.language());
    Suggestion suggestion =
        engines.suggest(
            asked,
            Suggestion.builtIn(own.hunks()),
            curtain -> Prompts.personalize(curtain, letter, asked.facts()));
    String after = Hunks.apply(letter.text(), suggestion.hunks());
    made.put("subject", letter.subjectText());
    made.put("bodyText", after);
    suggestion.changes(made);
    var facts = made.putArray("facts");
    asked
        .facts()
        .facts()
        .forEach(
            fact ->
                facts
                    .addObject()
                    .put("id", fact.id())
                    .put("text", fact.text())
                    .put("origin", fact.origin()));
    var claims = made.putArray("claims");
    for (Claim claim : Claim.in(letter.text(), after, asked.facts())) {
      ObjectNode one = claims.addObject();
      one.putArray("span").add(claim.from()).add(claim.to());
      claim.factIds().forEach(one.putArray("factIds")::add);
    }
    own.missing().forEach(made.putArray("missing")::add);
    return suggestion;
  }

  private Suggestion rewrite(Engines.Asked asked, ObjectNode made) {
    LetterRequest letter = asked.letter();
    var goal = Objects.requireNonNull(letter.goal());
    Suggestion suggestion =
        engines.suggest(
            asked,
            Suggestion.builtIn(builtIn.rewrite(letter.text(), goal, letter.language())),
            curtain -> Prompts.rewrite(curtain, letter, asked.facts(), goal));
    made.put("bodyText", Hunks.apply(letter.text(), suggestion.hunks()));
    suggestion.changes(made);
    return suggestion;
  }
}
