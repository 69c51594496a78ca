package com.salescopilot.model.task;

import java.util.Optional;

/// Why there is a task.
public enum TaskKind {
  /// Somebody wrote it down.
  MANUAL,
  /// A mail has no answer; it is done when a person answers.
  NO_REPLY,
  /// Somebody answered and waits.
  REPLY_OWED,
  /// Somebody has left their company.
  LEFT_COMPANY;

  /// The kind of this name, or empty.
  public static Optional<TaskKind> named(String name) {
    for (TaskKind kind : values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
