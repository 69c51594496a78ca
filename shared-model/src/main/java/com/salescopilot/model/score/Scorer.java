package com.salescopilot.model.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges letters by `sc-1`: the same letter has the same score on every machine. Reads its
/// lexicons once; safe for many threads.
public final class Scorer {
  private final Lexicons lexicons = new Lexicons();

  /// Judges by the standard weights.
  public Score score(ScoredMail mail) {
    return score(mail, Yardstick.STANDARD);
  }

  /// Judges by a workspace's own weights. Never throws, whatever the text.
  public Score score(ScoredMail mail, Weights weights) {
    return score(mail, new Yardstick(weights, Map.of()));
  }

  /// Judges by what is known of a sender's workspace and mails. Never throws, whatever the text.
  public Score score(ScoredMail mail, Yardstick yardstick) {
    Prose prose = Prose.of(mail.text(), mail.language(), lexicons);
    List<Check> checks = new ArrayList<>();
    for (CheckId id : CheckId.values()) {
      measure(id, prose, mail)
          .map(measure -> prose.words().isEmpty() ? nothing(measure) : measure)
          .ifPresent(measure -> checks.add(measure.of(id, yardstick)));
    }
    return Score.of(checks, Blockers.in(mail, prose), yardstick.weights());
  }

  private static Optional<Measure> measure(CheckId id, Prose prose, ScoredMail mail) {
    return switch (id) {
      case LEN -> Optional.of(Shape.length(prose, mail.stepPosition()));
      case READ -> Shape.reading(prose);
      case ASK -> Optional.of(Asking.questions(prose));
      case CTA -> Asking.lastAsk(prose);
      case SUBJ -> Optional.of(Wording.subject(mail.subject()));
      case PERS -> Optional.of(Personal.facts(prose, mail));
      case YOU -> Wording.persons(prose);
      case SPAM -> Wording.advertising(prose, mail, links(prose, mail));
      case TONE -> Wording.tone(prose);
      case SKIM -> Optional.of(Shape.skimming(prose));
    };
  }

  /// A subject alone is no letter.
  private static Measure nothing(Measure measure) {
    return new Measure(0, measure.value(), measure.target(), Reason.NO_TEXT, List.of());
  }

  /// How many links the reader sees, the way out aside.
  private static int links(Prose prose, ScoredMail mail) {
    String wayOut = mail.values().getOrDefault("unsubscribeUrl", "");
    long inText =
        Links.in(prose.text()).stream()
            .filter(span -> !prose.text().substring(span.start(), span.end()).equals(wayOut))
            .count();
    long inHtml = mail.links().stream().filter(link -> !link.equals(wayOut)).count();
    return (int) Math.max(inText, inHtml);
  }
}
