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

  /// Whether the operator names a model.
  boolean isModelThere() {
    return model.isPresent();
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

  /// What a question is about that a model may be asked.
  record Wish(Caller caller, Request http, LetterRequest.EngineChoice choice, AiPolicy policy) {}

  /// What came of asking.
  sealed interface Reply {
    /// The words of a model, which nobody has judged yet.
    record Said(String text, Suggestion.Engine engine, Usage usage) implements Reply {}

    /// None was asked or answered.
    ///
    /// @param degraded why, where one was wanted
    record Nothing(Optional<Degraded> degraded, Usage usage) implements Reply {
      private static Reply because(Degraded reason, Usage usage) {
        return new Nothing(Optional.of(reason), usage);
      }
    }
  }

  /// @param own what the built-in engine says
  /// @param question what a model is asked
  Suggestion suggest(Asked asked, Suggestion own, Function<Curtain, Question> question) {
    Wish wish = new Wish(asked.caller(), asked.http(), asked.letter().choice(), asked.policy());
    return switch (ask(wish, question)) {
      case Reply.Nothing(Optional<Degraded> degraded, Usage usage) ->
          degraded.map(reason -> own.because(reason, List.of(), usage)).orElse(own);
      case Reply.Said said -> judged(asked, own, said);
    };
  }

  /// Asks a model, if one is wanted and allowed.
  Reply ask(Wish wish, Function<Curtain, Question> question) {
    boolean wanted = wish.choice() != LetterRequest.EngineChoice.builtin;
    boolean insisted = wish.choice() == LetterRequest.EngineChoice.external;
    if (!wanted || (!insisted && (model.isEmpty() || !wish.policy().external()))) {
      return new Reply.Nothing(Optional.empty(), Usage.NONE);
    }
    if (model.isEmpty() || !wish.policy().external()) {
      return Reply.Nothing.because(Degraded.NO_ENGINE, Usage.NONE);
    }
    pace.take(wish.caller().user());
    EngineSettings settings = model.get().settings();
    if (answers.spent(wish.caller()) >= settings.dailyTokens()) {
      return Reply.Nothing.because(Degraded.BUDGET, Usage.NONE);
    }
    Curtain curtain = new Curtain(wish.policy().dlp());
    Question outgoing = question.apply(curtain);
    if (curtain.forbids()) {
      return Reply.Nothing.because(Degraded.DLP, Usage.NONE);
    }
    // no right to run is held while somebody else's machine thinks
    Model.Outcome outcome = wish.http().park(() -> model.get().ask(outgoing));
    return switch (outcome) {
      case Model.Outcome.Failed(Degraded reason, Usage usage) ->
          Reply.Nothing.because(reason, usage);
      case Model.Outcome.Said(String text, Usage usage) ->
          new Reply.Said(
              curtain.show(text),
              new Suggestion.Engine(
                  settings.provider().name().toLowerCase(Locale.ROOT),
                  settings.model(),
                  Prompts.VERSION),
              usage);
    };
  }

  private Suggestion judged(Asked asked, Suggestion own, Reply.Said said) {
    LetterRequest letter = asked.letter();
    Verdict verdict =
        verifier.judge(
            letter.subjectText(), letter.text(), said.text(), asked.facts(), letter.language());
    return verdict.verified()
        ? new Suggestion(
            verdict.hunks(), verdict.flags(), said.engine(), Optional.empty(), said.usage())
        : own.because(Degraded.UNVERIFIED, verdict.flags(), said.usage());
  }
}
