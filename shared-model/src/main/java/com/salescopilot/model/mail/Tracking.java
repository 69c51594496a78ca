package com.salescopilot.model.mail;

/// How much a mail may tell about its reader, from least to most; frozen when it is queued.
public enum Tracking {
  OFF,
  /// Counted a campaign step, never a person.
  ANONYMOUS,
  IDENTIFIED;

  /// The more private of two modes: a ceiling, a wish and a consent only ever lower it.
  public Tracking atMost(Tracking ceiling) {
    return compareTo(ceiling) <= 0 ? this : ceiling;
  }
}
