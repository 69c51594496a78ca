package com.salescopilot.server.ai;

import com.salescopilot.model.ai.FactSheet;
import com.salescopilot.model.ai.Verdict;
import com.salescopilot.model.ai.Verifier;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Asks the engine that is wanted and allowed, and falls back on the built-in one, saying why.
final class Engines {
  private final Optional<Model> model;
  private final Answers answers;
  private final Pace pace;
  private final Verifier verifier = new Verifier();

  Engines(Optional<Model> model, Answers answers, Pace pace) {
    this.model = model;
    this.pace = pace;
    this.answers = answers;
  }

  /// What is asked, and what is known.
  ///
  /// @param draft the id of the caller's draft that it is about; empty if there is none
  record Asked(
      Caller caller,
      Request http,
      LetterRequest letter,
      AiPolicy policy,
      FactSheet facts,
      String draft) {}

  /// @param own what the built-in engine says
  /// @param question what a model is asked
  Suggestion suggest(Asked asked, Suggestion own, Function<Curtain, Question> question) {
    boolean wanted = asked.letter().choice() != LetterRequest.EngineChoice.builtin;
    boolean insisted = asked.letter().choice() == LetterRequest.EngineChoice.external;
    if (!wanted || (!insisted && (model.isEmpty() || !asked.policy().external()))) {
      return own;
    }
    if (model.isEmpty() || !asked.policy().external()) {
      return own.because(Degraded.NO_ENGINE, List.of(), Usage.NONE);
    }
    pace.take(asked.caller().user());
    if (answers.spent(asked.caller()) >= model.get().settings().dailyTokens()) {
      return own.because(Degraded.BUDGET, List.of(), Usage.NONE);
    }
    Curtain curtain = new Curtain(asked.policy().dlp());
    Question outgoing = question.apply(curtain);
    if (curtain.forbids()) {
      return own.because(Degraded.DLP, List.of(), Usage.NONE);
    }
    // no right to run is held while somebody else's machine thinks
    Model.Outcome outcome = asked.http().park(() -> model.get().ask(outgoing));
    return switch (outcome) {
      case Model.Outcome.Failed(Degraded reason, Usage usage) ->
          own.because(reason, List.of(), usage);
      case Model.Outcome.Said(String text, Usage usage) ->
          judged(asked, own, curtain.show(text), usage);
    };
  }

  private Suggestion judged(Asked asked, Suggestion own, String said, Usage usage) {
    LetterRequest letter = asked.letter();
    Verdict verdict =
        verifier.judge(letter.subjectText(), letter.text(), said, asked.facts(), letter.language());
    if (!verdict.verified()) {
      return own.because(Degraded.UNVERIFIED, verdict.flags(), usage);
    }
    EngineSettings settings = model.orElseThrow().settings();
    return new Suggestion(
        verdict.hunks(),
        verdict.flags(),
        new Suggestion.Engine(
            settings.provider().name().toLowerCase(Locale.ROOT), settings.model(), Prompts.VERSION),
        Optional.empty(),
        usage);
  }
}
