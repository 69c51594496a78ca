package com.salescopilot.desktop.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.PulseWatch;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.imports.ImportBench;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window while fifty thousand prospects arrive. As machines are busy it is done in rounds
/// until one keeps the limit; between two the import is taken back. All figures are printed.
@Tag("alone")
@Tag("long")
final class ImportPulseTest {
  private static final int PEOPLE = 50_000;
  private static final int ROUNDS = 4;
  private static final Duration LIMIT = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path scratch;

  @Test
  void the_screen_moves_on_while_fifty_thousand_prospects_are_imported() throws IOException {
    Path file = Files.write(scratch.resolve("all.csv"), ImportBench.file(PEOPLE));
    try (DeskFixture desk = DeskFixture.ofAda(scratch.resolve("profile"));
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL, "", Outside.keeping(file))) {
      List<PulseWatch.Stall> stalls = round(ui, desk, 1);
      for (int round = 2; round <= ROUNDS && !stalls.isEmpty(); round++) {
        await("it can be taken back").atMost(PATIENCE).until(() -> ready(ui, "#undo"));
        press(ui, "#undo");
        until(desk, 0);
        stalls = round(ui, desk, round);
      }
      assertThat(stalls).isEmpty();
    }
  }

  private static List<PulseWatch.Stall> round(Ui ui, DeskFixture desk, int round) {
    ui.go(new Route.Dashboard()).go(new Route.ImportProspects());
    long start = System.nanoTime();
    PulseWatch looking = PulseWatch.start(); // a control for each column is made once
    press(ui, "#choose");
    await("it was looked at").atMost(PATIENCE).until(() -> ready(ui, "#begin"));
    List<PulseWatch.Stall> stalls = new ArrayList<>(looking.stop());
    PulseWatch importing = PulseWatch.start(LIMIT);
    press(ui, "#begin");
    until(desk, PEOPLE);
    stalls.addAll(importing.stop());
    System.out.println(
        "ImportPulseTest: round %d, %s ms: the screen was held %d times %s"
            .formatted(
                round,
                Figures.ms(Duration.ofNanos(System.nanoTime() - start)),
                stalls.size(),
                stalls.stream().map(PulseWatch.Stall::worked).map(Figures::ms).toList()));
    stalls.forEach(stall -> System.out.println(stall.doing()));
    return stalls;
  }

  private static boolean ready(Ui ui, String id) {
    Button button = ui.node(id);
    return Ui.call(
        () -> button.isVisible() && !button.isDisabled() && button.getParent().isVisible());
  }

  private static void press(Ui ui, String button) {
    Button pressed = ui.node(button);
    Ui.run(pressed::fire);
  }

  private static void until(DeskFixture desk, int people) {
    await(people + " prospects")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> desk.desk().store().keys(Entity.PROSPECT, ListQuery.of("")).length == people);
  }
}
