package com.salescopilot.model.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an open is worth. The first that fits; machines open mail too, and an open that nobody made
/// must move no number.
public enum HitClass {
  /// Reported by somebody who proved who they are.
  REPORTED(true),
  /// Without proof, and taken all the same, as the operator wants it.
  UNSIGNED(true),
  /// Fetched ahead, in case somebody looks.
  PREFETCH(false),
  /// A program that looks for harm, makes previews, or is nobody's mail program.
  SCANNER(false),
  /// A proxy that hides whether anybody looked: maybe.
  PRIVACY_PROXY(false),
  /// A proxy behind which somebody looked.
  IMAGE_PROXY(true),
  /// Too soon after the mail was accepted for somebody to have read it.
  EARLY(false),
  /// Somebody looked.
  HUMAN(true);

  /// Opens of one kind from one source that follow each other sooner than this are one.
  public static final Duration APART = Duration.ofMinutes(30);

  private final boolean counts;

  HitClass(boolean counts) {
    this.counts = counts;
  }

  /// Whether it counts as an open.
  public boolean counts() {
    return counts;
  }

  /// Judges a hit.
  ///
  /// @param accepted when the receiving server took the mail, if that is known
  /// @param early how soon after that nobody can have read it; zero: nothing is too soon
  public static HitClass of(Hit hit, Optional<Instant> accepted, Duration early) {
    return switch (hit.proof()) {
      case HOOK -> REPORTED;
      case NONE -> UNSIGNED;
      case TOKEN -> hit.ahead() ? PREFETCH : byAgent(hit, accepted, early);
    };
  }

  private static HitClass byAgent(Hit hit, Optional<Instant> accepted, Duration early) {
    return switch (hit.agent()) {
      case PREFETCH -> PREFETCH;
      case NONE, MACHINE -> SCANNER;
      case PRIVACY_PROXY -> PRIVACY_PROXY;
      case IMAGE_PROXY -> IMAGE_PROXY;
      case PERSON -> tooSoon(hit, accepted, early) ? EARLY : HUMAN;
    };
  }

  /// With no such time, not even one that is faster than the answer of the receiving server.
  private static boolean tooSoon(Hit hit, Optional<Instant> accepted, Duration early) {
    return !early.isZero() && accepted.filter(at -> hit.at().isBefore(at.plus(early))).isPresent();
  }
}
