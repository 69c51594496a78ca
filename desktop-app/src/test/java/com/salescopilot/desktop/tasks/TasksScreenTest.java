package com.salescopilot.desktop.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.History;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TasksScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private UUID fill() {
    History history = new History();
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Numbers", Duration.ofDays(1)).kept();
    history.arriveOn(desk);
    task("Call about the numbers for Thursday", Duration.ofDays(-2), bo);
    task("Send the offer", Duration.ofHours(3), bo);
    task("Prepare the fair in Hannover", Duration.ofDays(5), new UUID(0, 1));
    return bo;
  }

  private void task(String title, Duration from, UUID about) {
    desk.edits()
        .create(
            Entity.TASK,
            Map.of(
                "kind",
                "MANUAL",
                "title",
                title,
                "prospectId",
                about.toString(),
                "dueAt",
                DeskFixture.NOW.plus(from).toString()));
  }

  private static List<String> titles(Ui ui) {
    ListView<TaskRow> list = ui.node("#list");
    return Ui.call(() -> list.getItems().stream().map(TaskRow::title).toList());
  }

  @Test
  void one_writes_a_task_down_and_ticks_it_off_with_the_keyboard_alone() {
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(Route.Tasks.all())) {
      ui.picture(PICTURES.resolve("tasks-empty.png"));
      ui.type("Call Bo").press(KeyCode.ENTER);
      ui.until("it stands there", () -> titles(ui).equals(List.of("Call Bo")));
      ListView<TaskRow> list = ui.node("#list");
      Ui.run(
          () -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
          });
      ui.press(KeyCode.SPACE).until("it is gone", () -> titles(ui).isEmpty());
      ui.press("Shortcut+Z").until("it is back", () -> titles(ui).equals(List.of("Call Bo")));
    }
  }

  @Test
  void all_of_it_and_what_is_about_one_in_both_languages() {
    UUID bo = fill();
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(Route.Tasks.all())) {
      ui.until("all stand there", () -> titles(ui).size() == 3);
      ui.picture(PICTURES.resolve("tasks.png"));
      ui.go(new Route.ProspectDetail(bo)).click("#tasks");
      ui.until("two are about Bo", () -> titles(ui).size() == 2);
      assertThat(ui.text("#about")).isEqualTo("Bo Berg");
      ui.picture(PICTURES.resolve("tasks-about.png"));
    }
    Ui.Setting german = Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700);
    try (Ui ui = Ui.open(desk.desk(), german).go(Route.Tasks.about(bo))) {
      ui.until("two are about Bo", () -> titles(ui).size() == 2);
      ui.picture(PICTURES.resolve("tasks-de-dark.png"));
    }
  }
}
