package com.salescopilot.desktop.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.History;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.task.TaskKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TasksViewModelTest {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final Instant NOW = DeskFixture.NOW;

  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Toasts toasts = new Toasts();
  private DeskFixture desk;
  private TasksViewModel model;
  private Subscription open = () -> {};

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    model =
        new TasksViewModel(
            new TaskEdits(desk.desk(), desk.edits()), screen.async(), toasts, ENGLISH);
    open = model.start(Optional.empty());
  }

  @AfterEach
  void close() {
    open.close();
    desk.close();
  }

  private void add(String title, Duration from) {
    model.add(title, Optional.of(NOW.plus(from)), false, () -> {});
  }

  private List<String> titles() {
    model.refresh();
    return model.rows().stream().map(TaskRow::title).toList();
  }

  private TaskRow row(String title) {
    model.refresh();
    return model.rows().stream().filter(row -> row.title().equals(title)).findFirst().orElseThrow();
  }

  private String when(String title) {
    return new TaskWords(ENGLISH, desk.desk().clock(), ZoneOffset.UTC)
        .when(row(title))
        .replace('\u202f', ' ');
  }

  @Test
  void what_is_due_first_stands_first_and_what_has_no_time_last() {
    model.add("Some day", Optional.empty(), false, () -> {});
    add("Next week", Duration.ofDays(7));
    add("Yesterday", Duration.ofDays(-1));
    add("Later today", Duration.ofHours(5));
    assertThat(titles()).containsExactly("Yesterday", "Later today", "Next week", "Some day");
    assertThat(when("Yesterday")).isEqualTo("due since yesterday");
    assertThat(when("Later today")).isEqualTo("today, 2:00 PM");
    assertThat(when("Next week")).isEqualTo("Tue, Apr 7, 9:00 AM");
    assertThat(when("Some day")).isEqualTo("any time");
  }

  @Test
  void a_task_without_words_is_refused_where_one_types() {
    model.add("  ", Optional.empty(), false, () -> {});
    assertThat(model.problem().get()).isEqualTo("Say what is to be done.");
    assertThat(titles()).isEmpty();
    assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
  }

  @Test
  void what_is_done_goes_out_of_sight_and_comes_back_by_undo() {
    add("Call Bo", Duration.ofHours(1));
    model.toggle(row("Call Bo"));
    assertThat(titles()).isEmpty();
    model.withDone().set(true);
    assertThat(row("Call Bo").isDone()).isTrue();
    boolean _ = toasts.undo().isPresent();
    assertThat(row("Call Bo").isDone()).isFalse();
    model.delete(row("Call Bo"));
    assertThat(titles()).isEmpty();
    boolean _ = toasts.undo().isPresent();
    assertThat(titles()).containsExactly("Call Bo");
  }

  @Test
  void of_somebody_only_what_is_about_them_stands_there_and_may_wait_for_their_answer() {
    History history = new History();
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID mail = history.sent(bo, "Numbers", Duration.ofDays(1)).kept();
    history.arriveOn(desk);
    add("Not about Bo", Duration.ofHours(1));
    open.close();
    open = model.start(Optional.of(bo));
    assertThat(model.about().get()).isEqualTo("Bo Berg");
    assertThat(model.awaited().get()).isTrue();
    model.add("Ask again", Optional.of(NOW.plusSeconds(60)), true, () -> {});
    assertThat(titles()).containsExactly("Ask again");
    TaskRow row = row("Ask again");
    assertThat(row.kind()).isEqualTo(TaskKind.NO_REPLY);
    assertThat(row.doc().uuid("emailId")).contains(mail);
    assertThat(row.about()).contains("Bo Berg");
    assertThat(new TaskWords(ENGLISH, desk.desk().clock(), ZoneOffset.UTC).about(row))
        .isEqualTo("Bo Berg · closes itself when they answer");
  }

  @Test
  void what_is_due_is_said_once_and_again_when_it_was_put_off() {
    AtomicInteger shown = new AtomicInteger();
    TaskNotices notices =
        new TaskNotices(
            desk.desk(),
            screen.async(),
            toasts,
            ENGLISH,
            Outside.nothing(),
            shown::incrementAndGet);
    add("Call Bo", Duration.ofMinutes(-5));
    add("Not yet", Duration.ofMinutes(5));
    notices.look();
    notices.look();
    assertThat(said()).containsExactly("Due now: Call Bo");
    desk.edits().patch(row("Call Bo").doc(), Map.of("dueAt", NOW.minusSeconds(1).toString()));
    notices.look();
    assertThat(said()).containsExactly("Due now: Call Bo", "Due now: Call Bo");
    toasts.act(toasts.log().getFirst());
    assertThat(shown).hasValue(1);
  }

  @Test
  void several_that_became_due_while_nobody_looked_are_one_notice() {
    TaskNotices notices =
        new TaskNotices(desk.desk(), screen.async(), toasts, ENGLISH, Outside.nothing(), () -> {});
    add("One", Duration.ofMinutes(-5));
    add("Two", Duration.ofMinutes(-6));
    notices.look();
    assertThat(said()).containsExactly("2 tasks are due");
  }

  @Test
  void a_task_that_closed_itself_is_gone_when_the_server_says_so() {
    add("Ask again", Duration.ofDays(1));
    TaskRow row = row("Ask again");
    desk.arrived(List.of(row.doc().with("doneAt", NOW)));
    screen.until("it is gone", () -> model.rows().isEmpty());
    assertThat(desk.row(new RowKey(Entity.TASK, row.id()))).isPresent();
  }

  private List<String> said() {
    return toasts.log().stream()
        .filter(toast -> toast.kind() == Toasts.Kind.NOTICE)
        .map(Toasts.Toast::text)
        .toList();
  }
}
