package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Says when a task is due, each once, also without a network.
final class TaskNotices {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Surroundings surroundings;
  private final Runnable show;
  private final Set<Due> told = new HashSet<>();

  /// @param show goes to where they all stand
  TaskNotices(
      Desk desk,
      Async async,
      Toasts toasts,
      Texts texts,
      Surroundings surroundings,
      Runnable show) {
    this.desk = desk;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.surroundings = surroundings;
    this.show = show;
  }

  /// A task at a time; put off, it is due anew.
  private record Due(UUID task, Instant at) {}

  /// Looks whether something has become due.
  void look() {
    if (desk.lastAccount().isEmpty()) {
      return;
    }
    Instant now = desk.clock().instant();
    async.latest(told, () -> due(now), this::tell, _ -> {}); // the screen of tasks says why
  }

  private List<Doc> due(Instant now) {
    return desk.store().openTasks().stream()
        .filter(task -> task.instant("dueAt").filter(at -> !at.isAfter(now)).isPresent())
        .toList();
  }

  private void tell(List<Doc> due) {
    List<Doc> untold =
        due.stream()
            .filter(task -> told.add(new Due(task.id(), task.instant("dueAt").orElseThrow())))
            .toList();
    if (untold.isEmpty()) {
      return;
    }
    String words =
        untold.size() == 1
            ? texts.get(getClass(), "tasks.due", untold.getFirst().text("title").orElse(""))
            : texts.get(getClass(), "tasks.manyDue", untold.size());
    toasts.say(
        new Toasts.Toast(
            Toasts.Kind.NOTICE,
            words,
            Optional.of(new Toasts.Action(texts.get(getClass(), "tasks.show"), show)),
            Toasts.STAYS.multipliedBy(2)));
    surroundings.tell(words);
  }
}
