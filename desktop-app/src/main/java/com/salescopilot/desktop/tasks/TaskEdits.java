package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.task.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the screen of tasks reads and writes. Off the screen's thread, and without a network.
final class TaskEdits {
  private static final Comparator<Doc> LAST_DONE_FIRST =
      Comparator.comparing((Doc task) -> task.instant("doneAt").orElse(Instant.EPOCH))
          .thenComparing(Doc::id)
          .reversed();

  private final Desk desk;
  private final Edits edits;

  TaskEdits(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  /// What is to be written down.
  ///
  /// @param unanswered the mail whose answer makes it needless, if it waits for one
  record Wanted(
      String title, Optional<Instant> due, Optional<UUID> prospect, Optional<UUID> unanswered) {}

  SqliteStore store() {
    return desk.store();
  }

  /// What is to be done, the first due first; behind it what is done, if that is wanted too.
  List<TaskRow> list(Optional<UUID> prospect, Shown shown) {
    List<Doc> tasks = new ArrayList<>(store().openTasks());
    if (shown == Shown.ALL) {
      long[] keys = store().keys(Entity.TASK, ListQuery.of(""));
      store().rows(Entity.TASK, keys).values().stream()
          .filter(task -> task.get("doneAt").isPresent())
          .sorted(LAST_DONE_FIRST)
          .forEach(tasks::add);
    }
    Set<UUID> waiting = store().waiting(Entity.TASK);
    return tasks.stream()
        .filter(task -> prospect.isEmpty() || task.uuid("prospectId").equals(prospect))
        .map(task -> new TaskRow(task, about(task), waiting.contains(task.id())))
        .toList();
  }

  /// Which tasks are shown.
  enum Shown {
    OPEN,
    ALL
  }

  Optional<String> name(UUID prospect) {
    return store().row(new RowKey(Entity.PROSPECT, prospect)).map(TaskEdits::name);
  }

  /// The last mail to somebody that left and was not answered.
  Optional<UUID> unanswered(UUID prospect) {
    return store().mailFactsOfProspect(prospect).stream()
        .filter(mail -> mail.status() == EmailStatus.SENT && mail.repliedAt().isEmpty())
        .max(Comparator.comparing(mail -> mail.sentAt().orElse(Instant.EPOCH)))
        .map(MailFacts::id);
  }

  Edits.Done create(Wanted wanted) {
    TaskKind kind = wanted.unanswered().isPresent() ? TaskKind.NO_REPLY : TaskKind.MANUAL;
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", kind.name());
    fields.put("title", wanted.title());
    wanted.due().ifPresent(at -> fields.put("dueAt", at.toString()));
    wanted.prospect().ifPresent(id -> fields.put("prospectId", id.toString()));
    wanted.unanswered().ifPresent(id -> fields.put("emailId", id.toString()));
    return edits.create(Entity.TASK, fields);
  }

  /// Says that a task is done, or is not after all.
  Edits.Done toggle(TaskRow row) {
    String at = row.isDone() ? "" : desk.clock().instant().toString();
    return edits.patch(row.doc(), Map.of("doneAt", at));
  }

  Edits.Done delete(TaskRow row) {
    return edits.delete(row.doc());
  }

  Edits.Done takeBack(Change undo) {
    return edits.takeBack(undo);
  }

  private Optional<String> about(Doc task) {
    return task.uuid("prospectId").flatMap(this::name);
  }

  private static String name(Doc prospect) {
    String name =
        (prospect.text("firstName").orElse("") + " " + prospect.text("lastName").orElse(""))
            .strip();
    return name.isEmpty() ? prospect.text("email").orElse("?") : name;
  }
}
