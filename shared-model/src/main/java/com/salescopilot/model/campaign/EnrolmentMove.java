package com.salescopilot.model.campaign;

import java.util.Arrays;
import java.util.Optional;

/// What a person can ask of one enrolment. Only these lead to a status of lower rank.
public enum EnrolmentMove {
  PAUSE("enrolment.pause"),
  RESUME("enrolment.resume"),
  EXCLUDE("enrolment.exclude"),
  /// The step that failed is made anew.
  RETRY("enrolment.retry"),
  /// Everything from the first step.
  RESTART("enrolment.restart");

  private final String op;

  EnrolmentMove(String op) {
    this.op = op;
  }

  /// The move of a mutation's `op`; empty if it is none of these.
  public static Optional<EnrolmentMove> of(String op) {
    return Arrays.stream(values()).filter(move -> move.op.equals(op)).findFirst();
  }

  /// The name in a mutation, e.g. `enrolment.pause`.
  public String op() {
    return op;
  }

  /// Whether somebody in this status can be asked for it. Who is there already stays as they are.
  public boolean leaves(EnrolmentStatus status) {
    return switch (this) {
      case PAUSE -> status == EnrolmentStatus.ACTIVE || status == EnrolmentStatus.PAUSED;
      case EXCLUDE -> !status.isFinal() || status == EnrolmentStatus.EXCLUDED;
      case RESUME -> !status.isFinal() || status == EnrolmentStatus.EXCLUDED;
      case RETRY -> status == EnrolmentStatus.FAILED;
      case RESTART -> status != EnrolmentStatus.UNSUBSCRIBED && status != EnrolmentStatus.BOUNCED;
    };
  }
}
