package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.task.TaskKind;
import java.util.Optional;

/// What is a task.
final class TaskRules {
  private TaskRules() {}

  /// Why a row is none, or empty.
  static Optional<Result> problem(Doc row) {
    Optional<String> kind = row.text("kind");
    if (kind.isPresent() && TaskKind.named(kind.get()).isEmpty()) {
      return Optional.of(
          Result.rejected(
              RejectCode.INVALID,
              "kind",
              "kind must be one of MANUAL, NO_REPLY, REPLY_OWED and LEFT_COMPANY."));
    }
    boolean aboutNothing = kind.equals(Optional.of(TaskKind.NO_REPLY.name()));
    return aboutNothing && row.get("emailId").isEmpty()
        ? Optional.of(
            Result.rejected(
                RejectCode.INVALID, "emailId", "A task that waits for an answer names its mail."))
        : Optional.empty();
  }
}
