package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaletteTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of(
                "email",
                "sina@b.example",
                "firstName",
                "Sina",
                "lastName",
                "Berg",
                "company",
                "Bright GmbH"));
    desk.edits().create(Entity.CAMPAIGN, Map.of("name", "Spring in Siena"));
    desk.edits().create(Entity.TEMPLATE, Map.of("title", "Simple hello", "subject", "Hello"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Ui at(Ui.Setting setting) {
    return Ui.open(desk.desk(), setting).go(new Route.Prospects());
  }

  @Test
  void a_few_letters_and_enter_go_there_by_the_keyboard_alone() {
    try (Ui ui = at(Ui.Setting.USUAL)) {
      ui.press(KeyCode.CONTROL, KeyCode.K);
      assertThat(ui.sees("#palette-query")).isTrue();
      ui.picture(PICTURES.resolve("palette-all.png"));
      ui.type("sync c").press(KeyCode.ENTER);
      assertThat(ui.route()).isEqualTo(new Route.SyncCentre());
      assertThat(ui.sees("#palette-query")).isFalse();
    }
  }

  @Test
  void escape_gives_the_focus_back_and_does_nothing() {
    try (Ui ui = at(Ui.Setting.USUAL)) {
      Node before = ui.scene().getFocusOwner();
      ui.press(KeyCode.CONTROL, KeyCode.K).type("si");
      ui.picture(PICTURES.resolve("palette.png"));
      ui.press(KeyCode.TAB).press(KeyCode.DOWN).press(KeyCode.ESCAPE);
      assertThat(ui.route()).isEqualTo(new Route.Prospects());
      assertThat(ui.scene().getFocusOwner()).isSameAs(before);
    }
  }

  @Test
  void the_sheet_lists_the_keys_of_all_commands() {
    try (Ui ui = at(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK))) {
      ui.press(KeyCode.F1);
      ui.picture(PICTURES.resolve("shortcuts-de-dark.png"));
      assertThat(ui.sees("#shortcuts")).isTrue();
      ui.press(KeyCode.F1);
      assertThat(ui.sees("#shortcuts")).isFalse();
      ui.press(KeyCode.CONTROL, KeyCode.K).type("si");
      ui.picture(PICTURES.resolve("palette-de-dark.png"));
    }
  }

  @Test
  void before_anybody_signed_in_no_command_leads_inside() {
    try (DeskFixture fresh = DeskFixture.unused(scratch.resolve("fresh"));
        Ui ui = Ui.open(fresh.desk(), Ui.Setting.USUAL)) {
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertThat(ui.route()).isEqualTo(new Route.Login());
      ui.press(KeyCode.CONTROL, KeyCode.K);
      ui.picture(PICTURES.resolve("palette-door.png"));
      ui.type("pros").press(KeyCode.ENTER);
      assertThat(ui.route()).isEqualTo(new Route.Login());
    }
  }
}
