package com.salescopilot.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.diagnostics.ErrorCode;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.platform.WindowPlace;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppWindowTest {
  @TempDir Path scratch;

  private final AtomicInteger closed = new AtomicInteger();
  private DeskFixture desk;

  @BeforeEach
  void open() {
    Ui.startToolkit();
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Machine machine() {
    return new Machine(scratch, Map.of());
  }

  private AppWindow shown(Machine machine) {
    return Ui.call(
        () -> {
          AppWindow window = new AppWindow(desk.desk(), machine, Async.ofWindow(), "", 1280, 800);
          window.show(closed::incrementAndGet);
          return window;
        });
  }

  private static Rectangle2D bounds(AppWindow window) {
    Stage stage = window.stage();
    return Ui.call(
        () -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
  }

  @Test
  void a_window_stands_where_it_was_left() {
    AppWindow first = shown(machine());
    Ui.run(
        () -> {
          first.stage().setX(120);
          first.stage().setY(70);
          first.stage().setWidth(1000);
          first.stage().setHeight(700);
        });
    Ui.run(first.stage()::close);
    assertThat(closed).hasValue(1);
    AppWindow next = shown(machine());
    assertThat(bounds(next)).isEqualTo(new Rectangle2D(120, 70, 1000, 700));
    Ui.run(next.stage()::close);
  }

  @Test
  void a_window_whose_screen_is_gone_is_moved_in() {
    machine().keep(new WindowPlace(new Rectangle2D(5000, 3000, 1000, 700), false));
    AppWindow window = shown(machine());
    assertThat(bounds(window).getMaxX()).isLessThanOrEqualTo(1600);
    assertThat(bounds(window).getMaxY()).isLessThanOrEqualTo(1200);
    Ui.run(window.stage()::close);
  }

  @Test
  void another_language_fills_the_window_anew_and_stays_where_it_was_chosen() {
    Machine machine = machine();
    machine.speak(Optional.of(Locale.ENGLISH));
    AppWindow window = shown(machine);
    Rectangle2D before = bounds(window);
    AppGraph english = window.graph();
    Ui.run(() -> machine.speak(Optional.of(Locale.GERMAN)));
    assertThat(window.graph()).isNotSameAs(english);
    assertThat(Ui.call(() -> window.graph().commands().get("go.settings").title()))
        .isEqualTo("Einstellungen");
    assertThat(Ui.call(() -> window.graph().navigator().routeProperty().get()))
        .isEqualTo(new Route.Settings());
    assertThat(bounds(window)).isEqualTo(before);
    Ui.run(window.stage()::close);
    assertThat(closed).hasValue(1);
  }

  @Test
  void a_report_of_a_breakdown_is_offered_when_the_window_opens_again() {
    AppWindow window = shown(machine());
    Path report = scratch.resolve("20260331-090000-000-hs_err_pid7.log");
    Ui.run(() -> window.brokeDown(report));
    Toasts.Toast said = Ui.call(() -> window.graph().toasts().shown().getFirst());
    assertThat(said.text()).contains("hs_err_pid7.log");
    Ui.run(() -> window.graph().toasts().act(said));
    assertThat(Ui.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(report.toString());
    Ui.run(window.stage()::close);
  }

  @Test
  void an_unexpected_failure_is_said_quietly_with_the_name_to_report_it_by() {
    Machine machine = machine();
    machine.speak(Optional.of(Locale.GERMAN));
    AppWindow window = shown(machine);
    Ui.run(() -> window.unexpected(new ErrorCode("AAAA:BBBB:CCCC")));
    assertThat(Ui.call(() -> List.copyOf(window.graph().toasts().shown())))
        .singleElement()
        .satisfies(
            toast -> {
              assertThat(toast.text()).contains("(AAAA:BBBB:CCCC)").contains("sicher");
              assertThat(toast.action()).isPresent();
            });
    assertThat(window.place()).isEqualTo("/");
    Ui.run(window.stage()::close);
  }
}
