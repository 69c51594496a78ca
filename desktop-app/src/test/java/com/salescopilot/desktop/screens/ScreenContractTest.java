package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// What every screen of the program must keep, in both languages and a longer one, both themes, at
/// three widths and with large text.
final class ScreenContractTest {
  @TempDir Path scratch;

  private DeskFixture desk;
  private Places places;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    places = Places.at(desk);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /// English, German, and what a longer language would do.
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "en-XA"})
  void every_screen_loads_names_what_can_be_reached_and_keeps_all_in_its_place(String language) {
    List<String> wrong = new ArrayList<>();
    Ui.Setting setting = Ui.Setting.USUAL.in(Locale.forLanguageTag(language)).sized(1440, 900);
    try (CssWarnings warnings = CssWarnings.collect();
        Ui ui = Ui.open(desk.desk(), setting)) {
      List<Route> all = places.all(ui.graph().book());
      assertThat(all).hasSameSizeAs(ui.graph().book().pages());
      for (Route place : all) {
        ui.go(place);
        for (Size size : Size.values()) {
          size.put(ui);
          Ui.call(() -> Lint.of(ui.scene().getRoot()))
              .forEach(line -> wrong.add(place.path() + " " + size + ": " + line));
        }
      }
      wrong.addAll(warnings.found());
    }
    assertThat(wrong).isEmpty();
  }

  /// How large the window is, and all in it.
  private enum Size {
    WIDE(1440, 900, 100),
    USUAL(1280, 800, 100),
    SMALL(1024, 700, 100),
    LARGE_TEXT(1024, 700, 200);

    private final int width;
    private final int height;
    private final int zoom;

    Size(int width, int height, int zoom) {
      this.width = width;
      this.height = height;
      this.zoom = zoom;
    }

    void put(Ui ui) {
      Ui.run(
          () -> {
            Window window = ui.scene().getWindow();
            window.setWidth(width);
            window.setHeight(height);
            ObjectProperty<Look> look = ui.graph().looks().lookProperty();
            look.set(look.get().zoomed(zoom));
          });
      WaitForAsyncUtils.waitForFxEvents(2);
      Ui.run(
          () -> {
            ui.scene().getRoot().applyCss();
            ui.scene().getRoot().layout();
            ui.scene().getRoot().layout(); // bars that wrap need to know their width first
          });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void all_words_stand_out_from_their_ground(Look.Theme theme) {
    List<String> wrong = new ArrayList<>();
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL.with(theme))) {
      for (Route place : places.all(ui.graph().book())) {
        ui.go(place);
        Ui.call(() -> Contrast.of(ui.scene()))
            .forEach(line -> wrong.add(place.path() + ": " + line));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_control_is_reached_by_tab_in_its_order_and_shows_that_it_has_the_focus() {
    List<String> wrong = new ArrayList<>();
    int steps = 0;
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
      for (Route place : places.all(ui.graph().book())) {
        ui.go(place);
        Walk walk = Ui.call(() -> Walk.round(ui.scene()));
        steps += walk.steps();
        walk.wrong().forEach(line -> wrong.add(place.path() + ": " + line));
      }
    }
    System.out.println("tab reached " + steps + " controls");
    assertThat(wrong).isEmpty();
    assertThat(steps).isGreaterThan(150);
  }

  @Test
  void the_lint_finds_what_is_wrong() {
    Ui.startToolkit();
    List<String> found = Ui.call(() -> Lint.of(Wrong.screen()));
    assertThat(found).anyMatch(line -> line.startsWith("no name"));
    assertThat(found).anyMatch(line -> line.startsWith("sticks out"));
    assertThat(found).anyMatch(line -> line.startsWith("cut"));
    assertThat(found).anyMatch(line -> line.startsWith("does nothing"));
    assertThat(Ui.call(() -> Contrast.of(Wrong.screen().getScene())))
        .anyMatch(line -> line.startsWith("faint"));
    assertThat(Ui.call(() -> Walk.round(Wrong.screen().getScene()).wrong()))
        .anyMatch(line -> line.startsWith("one does not see the focus on Pane.root Pane. Region."));
  }
}
