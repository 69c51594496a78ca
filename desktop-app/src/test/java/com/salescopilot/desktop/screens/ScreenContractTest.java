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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every screen of the program must keep, in both languages, both themes, and at two widths.
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

  static Stream<Ui.Setting> settings() {
    return Stream.of(Locale.ENGLISH, Locale.GERMAN)
        .flatMap(
            language ->
                Stream.of(Look.Theme.LIGHT, Look.Theme.DARK)
                    .flatMap(
                        theme ->
                            Stream.of(1024, 1440)
                                .map(
                                    width ->
                                        Ui.Setting.USUAL
                                            .in(language)
                                            .with(theme)
                                            .sized(width, width == 1024 ? 700 : 900))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void every_screen_loads_names_what_can_be_reached_and_keeps_all_in_its_place(Ui.Setting setting) {
    List<String> wrong = new ArrayList<>();
    try (CssWarnings warnings = CssWarnings.collect();
        Ui ui = Ui.open(desk.desk(), setting)) {
      List<Route> all = places.all(ui.graph().book());
      assertThat(all).hasSameSizeAs(ui.graph().book().pages());
      for (Route place : all) {
        ui.go(place);
        Ui.call(() -> Lint.of(ui.scene().getRoot()))
            .forEach(line -> wrong.add(place.path() + ": " + line));
      }
      wrong.addAll(warnings.found());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_lint_finds_what_is_wrong() {
    Ui.startToolkit();
    List<String> found = Ui.call(() -> Lint.of(Wrong.screen()));
    assertThat(found).anyMatch(line -> line.startsWith("no name"));
    assertThat(found).anyMatch(line -> line.startsWith("sticks out"));
    assertThat(found).anyMatch(line -> line.startsWith("cut"));
  }
}
