package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A screen that cannot be laid out, in a window that goes on.
final class BrokenScreenTest {
  @TempDir Path scratch;

  private final AtomicBoolean breaks = new AtomicBoolean(true);
  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private DeskFixture desk;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Prospects());
    Ui.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> reported.add(e)));
  }

  @AfterEach
  void close() {
    Ui.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    ui.close();
    desk.close();
  }

  private final class Breaking extends Region {
    @Override
    protected void layoutChildren() {
      if (breaks.get()) {
        throw new ArrayIndexOutOfBoundsException("as the layout of some texts does");
      }
    }
  }

  private void breakScreen() {
    Pane screen = (Pane) Ui.call(() -> ui.graph().navigator().viewProperty().get());
    Ui.run(() -> screen.getChildren().add(new Breaking()));
    ui.until("the failure is met", () -> ui.sees("#broken"));
  }

  @Test
  void says_so_in_its_place_and_is_reported_once() {
    breakScreen();
    assertThat(reported).hasSize(1);
    ui.picture(Path.of("target", "pictures", "broken.png"));
  }

  @Test
  void leaves_the_others_as_they_are() {
    breakScreen();
    ui.go(new Route.Templates());
    assertThat(ui.sees("#broken")).isFalse();
    ui.until("the next screen is laid out", () -> ui.<Region>node("#search").getWidth() > 0);
    ui.click("#create");
    assertThat(ui.route()).isEqualTo(new Route.NewTemplate());
  }

  @Test
  void is_made_anew_when_one_tries_again() {
    breakScreen();
    breaks.set(false);
    ui.click("#broken .button");
    assertThat(ui.sees("#broken")).isFalse();
    ui.until("it is laid out", () -> ui.<Region>node("#table").getWidth() > 0);
  }
}
