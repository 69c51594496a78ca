package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.ai.Fact;
import com.salescopilot.model.ai.FactSheet;
import com.salescopilot.model.ai.Flag;
import com.salescopilot.model.ai.Remark;
import com.salescopilot.model.ai.Verifier;
import com.salescopilot.model.score.Blocker;
import com.salescopilot.model.score.Check;
import com.salescopilot.model.score.Language;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has a model say in words what a letter's score found. The score itself is the rules' alone, and
/// nothing is said that stands neither in the letter nor among what they found.
final class Narrator {
  private static final String ORIGIN = "score";

  private final Statements statements = Statements.load(Knowledge.class);
  private final Database database;
  private final Engines engines;
  private final Verifier verifier = new Verifier();

  Narrator(Database database, Engines engines) {
    this.database = database;
    this.engines = engines;
  }

  /// What was said, judged already.
  ///
  /// @param text empty where nothing was said that may be shown
  /// @param engine whose words they are; the built-in one where there are none
  /// @param degraded why there are none, where some were wanted
  record Told(
      String text,
      List<Flag> flags,
      Suggestion.Engine engine,
      Optional<Degraded> degraded,
      Usage usage) {

    /// Whether a model was asked.
    boolean isAsked() {
      return usage.all() > 0 || !text.isEmpty();
    }

    /// Adds the words, if there are any, and what was held back of them.
    void into(ObjectNode answer) {
      if (!text.isEmpty()) {
        answer.put("narrative", text);
      }
      if (!flags.isEmpty()) {
        Suggestion.write(flags, answer);
      }
    }
  }

  Told tell(Engines.Wish wish, ScoredMail mail, Score score) {
    FactSheet found = sheet(score);
    Engines.Reply reply = engines.ask(wish, curtain -> Prompts.narrate(curtain, mail, found));
    return switch (reply) {
      case Engines.Reply.Nothing(Optional<Degraded> degraded, Usage usage) ->
          new Told("", List.of(), Suggestion.Engine.builtIn(), degraded, usage);
      case Engines.Reply.Said(String text, Suggestion.Engine engine, Usage usage) -> {
        Remark left =
            verifier.remark(
                mail.subject(), mail.text(), text, found, mail.language().map(Language::code));
        yield left.text().isBlank()
            ? new Told(
                "",
                left.flags(),
                Suggestion.Engine.builtIn(),
                Optional.of(Degraded.UNVERIFIED),
                usage)
            : new Told(left.text(), left.flags(), engine, Optional.empty(), usage);
      }
    };
  }

  /// Whether a model could be asked.
  boolean isThere(Caller caller) {
    return engines.isModelThere() && policy(caller).external();
  }

  /// What the workspace allows.
  AiPolicy policy(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.one(
                statements.get("policy"),
                Args.of("ws", caller.workspace()),
                row -> AiPolicy.of(row.json("policy"))));
  }

  private static FactSheet sheet(Score score) {
    List<String> found = new ArrayList<>();
    found.add("%d of 100 points".formatted(score.score()));
    for (Blocker blocker : score.blockers()) {
      found.add("must be mended before it is sent: " + blocker.code().name());
    }
    for (Check check : score.checks()) {
      found.add("%d of %d points: %s".formatted(check.points(), check.max(), check.why()));
      if (!check.fix().isEmpty()) {
        found.add(check.fix());
      }
    }
    List<Fact> facts = new ArrayList<>();
    found.forEach(text -> facts.add(new Fact("F" + (facts.size() + 1), text, ORIGIN)));
    return new FactSheet(facts);
  }
}
