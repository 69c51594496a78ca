package com.salescopilot.desktop.tasks;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.task.TaskKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A task as the list shows it.
///
/// @param about the prospect it is about, as one speaks of them
/// @param waits whether changes of it have not reached the server
record TaskRow(Doc doc, Optional<String> about, boolean waits) {
  UUID id() {
    return doc.id();
  }

  String title() {
    return doc.text("title").orElse("");
  }

  TaskKind kind() {
    return doc.text("kind").flatMap(TaskKind::named).orElse(TaskKind.MANUAL);
  }

  Optional<UUID> prospect() {
    return doc.uuid("prospectId");
  }

  Optional<Instant> due() {
    return doc.instant("dueAt");
  }

  boolean isDone() {
    return doc.get("doneAt").isPresent();
  }
}
