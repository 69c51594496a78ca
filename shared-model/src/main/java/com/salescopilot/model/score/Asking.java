package com.salescopilot.model.score;

import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;

/// The checks of what the reader is asked.
final class Asking {
  private static final int MOST_QUESTIONS = 3;

  private Asking() {}

  static Measure questions(Prose prose) {
    List<Span> spans =
        prose.sentences().stream().filter(Sentence::isQuestion).map(Sentence::span).toList();
    int count = spans.size();
    double share = count == 0 ? 0 : Measure.line(count, 8, MOST_QUESTIONS);
    Reason reason =
        count == 0 ? Reason.ASK_NONE : count > MOST_QUESTIONS ? Reason.ASK_MANY : Reason.ASK_GOOD;
    return new Measure(share, Value.whole(count), "1–3 questions", reason, spans);
  }

  /// What the last sentence asks for that asks for anything; empty in a language without lexicon.
  static Optional<Measure> lastAsk(Prose prose) {
    return prose.lexicon().map(lexicon -> lastAsk(prose, lexicon));
  }

  private static Measure lastAsk(Prose prose, Lexicon lexicon) {
    for (Sentence sentence : prose.sentences().reversed()) {
      Optional<Ask> ask = ask(prose, sentence, lexicon);
      if (ask.isPresent()) {
        return measure(ask.get(), List.of(sentence.span()));
      }
    }
    return measure(Ask.NONE, List.of());
  }

  private static Measure measure(Ask ask, List<Span> spans) {
    return new Measure(ask.share, Value.text(ask.name()), "INTEREST", ask.reason, spans);
  }

  /// The dearest thing that a sentence asks for: whoever asks for a call to show interest asks for
  /// time.
  private static Optional<Ask> ask(Prose prose, Sentence sentence, Lexicon lexicon) {
    if (!lexicon.time().in(prose, sentence).isEmpty()) {
      return Optional.of(Ask.TIME);
    }
    if (!lexicon.resource().in(prose, sentence).isEmpty()) {
      return Optional.of(Ask.RESOURCE);
    }
    if (!lexicon.interest().in(prose, sentence).isEmpty()) {
      return Optional.of(Ask.INTEREST);
    }
    return sentence.isQuestion() ? Optional.of(Ask.QUESTION) : Optional.empty();
  }

  private enum Ask {
    INTEREST(1, Reason.CTA_INTEREST),
    RESOURCE(0.75, Reason.CTA_RESOURCE),
    TIME(0.5, Reason.CTA_TIME),
    QUESTION(0.5, Reason.CTA_QUESTION),
    NONE(0, Reason.CTA_NONE);

    private final double share;
    private final Reason reason;

    Ask(double share, Reason reason) {
      this.share = share;
      this.reason = reason;
    }
  }
}
