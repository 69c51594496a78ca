package com.salescopilot.model.score;

import java.util.Locale;

/// The ten checks, with the points that each is worth and the evidence it rests on.
public enum CheckId {
  /// Words.
  LEN(16, "Boomerang (40 million mails), Lavender; against: Belkins"),
  /// How hard the sentences are to read.
  READ(14, "Boomerang, Lavender"),
  /// Questions.
  ASK(12, "Boomerang"),
  /// What the last question asks for.
  CTA(8, "Gong, second-hand: weak"),
  /// The subject's words and loudness.
  SUBJ(12, "Boomerang; against: longer lines are read more"),
  /// What was written for this reader.
  PERS(14, "Lavender, Backlinko"),
  /// Whether the reader or the writer is talked about.
  YOU(6, "heuristic"),
  /// What filters and readers take for advertising.
  SPAM(8, "warmbly/warmbly internal/app/advisor"),
  /// How warm or cold the words are.
  TONE(4, "Boomerang"),
  /// Whether a glance is enough.
  SKIM(6, "heuristic");

  private final int max;
  private final String source;

  CheckId(int max, String source) {
    this.max = max;
    this.source = source;
  }

  /// As the JSON writes it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The points that it is worth unless a workspace weighs otherwise.
  public int max() {
    return max;
  }

  /// Who measured that it matters, and how well.
  public String source() {
    return source;
  }
}
