package com.salescopilot.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.EmailCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsScreenTest {
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

  private Ui ui(Ui.Setting setting) {
    return Ui.open(desk.desk(), setting).go(new Route.Settings());
  }

  private static Look look(Ui ui) {
    return Ui.call(() -> ui.graph().looks().lookProperty().get());
  }

  @Test
  void colours_rows_and_size_change_at_once() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.picture(PICTURES.resolve("settings.png"));
      ui.click("#themeDark").click("#compact").click("#larger").click("#larger");
      assertThat(look(ui)).isEqualTo(new Look(Look.Theme.DARK, Look.Density.COMPACT, 120));
      assertThat(Ui.call(() -> ui.graph().looks().isDark())).isTrue();
      assertThat(ui.text("#zoom")).isEqualTo("120 %");
      ui.picture(PICTURES.resolve("settings-dark-120.png"));
      ui.click("#themeDark");
      assertThat(look(ui).theme()).isEqualTo(Look.Theme.DARK);
    }
  }

  @Test
  void keys_change_the_size_from_everywhere() {
    try (Ui ui = ui(Ui.Setting.USUAL).go(new Route.Prospects())) {
      ui.press(KeyCode.CONTROL, KeyCode.PLUS);
      assertThat(look(ui).zoom()).isEqualTo(110);
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT0);
      assertThat(look(ui).zoom()).isEqualTo(100);
      ui.press(KeyCode.CONTROL, KeyCode.MINUS);
      assertThat(look(ui).zoom()).isEqualTo(90);
      ui.press(KeyCode.CONTROL, KeyCode.EQUALS); // where plus is a key with Shift
      assertThat(look(ui).zoom()).isEqualTo(100);
      ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
      assertThat(look(ui).zoom()).isEqualTo(110);
    }
  }

  @Test
  void another_language_is_spoken_at_once() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ChoiceBox<Optional<Locale>> language = ui.node("#language");
      assertThat(Ui.call(language::getValue)).contains(Locale.ENGLISH);
      Ui.run(() -> language.setValue(Optional.of(Locale.GERMAN)));
      ui.until("it speaks German", () -> ui.text("#go-settings").equals("Einstellungen"));
      assertThat(ui.route()).isEqualTo(new Route.Settings());
      ui.click("#themeDark").picture(PICTURES.resolve("settings-de-dark.png"));
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertThat(ui.route()).isEqualTo(new Route.Prospects());
    }
  }

  @Test
  void the_time_to_take_a_mail_back_is_chosen_by_the_keyboard_and_holds_for_the_next_one() {
    UUID bo =
        desk.edits()
            .create(Entity.PROSPECT, Map.of("email", "bo@b.example", "firstName", "Bo"))
            .row()
            .id();
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ChoiceBox<Integer> undo = ui.node("#undo");
      assertThat(Ui.call(undo::getValue)).isEqualTo(10);
      Ui.run(undo::requestFocus);
      ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.ENTER);
      assertThat(Ui.call(undo::getValue)).isEqualTo(15);
      ui.picture(PICTURES.resolve("settings-undo.png"));
      assertThat(sent(ui, bo)).isEqualTo(15);
      ui.go(new Route.Settings());
      Ui.run(() -> undo.setValue(0));
      ui.picture(PICTURES.resolve("settings-undo-off.png"));
      assertThat(sent(ui, bo)).isZero();
      assertThat(ui.sees("#toast-action")).isFalse();
    }
  }

  /// Sends a mail.
  ///
  /// @return the seconds in which it can be taken back
  private int sent(Ui ui, UUID to) {
    Ui.run(ui.graph().toasts().shown()::clear);
    int before = sends().size();
    ui.go(Route.Compose.to(to));
    ui.fill("#subject", "Hi").click("#editor").type("Hello").click("#send");
    ui.until("it waits", () -> sends().size() > before);
    return sends().getLast().undoSeconds();
  }

  private List<EmailCommand.Send> sends() {
    return desk.desk().store().outbox().stream()
        .map(entry -> entry.mutation().change())
        .filter(EmailCommand.Send.class::isInstance)
        .map(EmailCommand.Send.class::cast)
        .toList();
  }

  @Test
  void the_table_of_keys_names_every_command() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      TableView<Command> keys = ui.node("#keys");
      List<String> ids = Ui.call(() -> keys.getItems().stream().map(Command::id).toList());
      assertThat(ids)
          .containsExactlyElementsOf(ui.graph().commands().all().stream().map(Command::id).toList())
          .contains("go.settings", "look.larger");
    }
  }

  @Test
  void other_keys_are_given_by_the_keyboard_alone() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      TableView<Command> keys = ui.node("#keys");
      Ui.run(keys::requestFocus);
      ui.press(KeyCode.HOME).press(KeyCode.DOWN).press(KeyCode.ENTER); // the second: write a mail
      assertThat(ui.text("#keysSaid")).startsWith("Press the new keys for “Write a mail”");
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertThat(ui.text("#keysSaid")).contains("Prospects");
      assertThat(ui.route()).isEqualTo(new Route.Settings());
      ui.press(KeyCode.SPACE).press(KeyCode.F8);
      assertThat(ui.text("#keysSaid")).isEqualTo("F8 now calls “Write a mail”.");
      ui.picture(PICTURES.resolve("settings-keys.png"));
      ui.press(KeyCode.F1);
      assertThat(ui.sees("#shortcuts")).isTrue();
      ui.press(KeyCode.ESCAPE).press(KeyCode.F8);
      assertThat(ui.route()).isEqualTo(Route.Compose.fresh());
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4).press(KeyCode.CONTROL, KeyCode.DIGIT2);
      assertThat(ui.route()).isEqualTo(new Route.Prospects());
    }
  }

  @Test
  void with_letters_as_keys_one_goes_about_by_them_but_not_while_one_writes() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.type("gp");
      assertThat(ui.route()).isEqualTo(new Route.Settings());
      ChoiceBox<KeyChoice.Base> keymap = ui.node("#keymap");
      Ui.run(keymap::requestFocus);
      ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.ENTER);
      assertThat(Ui.call(keymap::getValue)).isEqualTo(KeyChoice.Base.GMAIL);
      ui.type("?");
      assertThat(ui.sees("#shortcuts")).isTrue();
      ui.picture(PICTURES.resolve("shortcuts-letters.png"));
      ui.type("gp");
      assertThat(ui.route()).isEqualTo(new Route.Prospects());
      ui.type("gc/?");
      assertThat(ui.route()).isEqualTo(new Route.Prospects());
      assertThat(ui.text("#search")).isEqualTo("gc/?");
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT2).press(KeyCode.TAB).press(KeyCode.TAB);
      Ui.run(() -> ui.node("#editor").requestFocus());
      ui.type("gp, c?");
      assertThat(ui.route()).isEqualTo(Route.Compose.fresh());
    }
  }

  @Test
  void without_a_sign_in_it_is_said_why_nothing_can_be_synced() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      assertThat(ui.text("#address")).isEqualTo("https://copilot.example.com");
      assertThat(ui.text("#person")).isEqualTo("Ada Byron · ada@desk.example · administrator");
      assertThat(ui.node("#syncNow").isDisabled()).isTrue();
      assertThat(ui.text("#why")).startsWith("Sign in again");
      ui.click("#signIn");
      assertThat(ui.route()).isEqualTo(new Route.Login());
    }
  }

  @Test
  void twice_as_large_on_a_small_screen() {
    Ui.Setting usual = Ui.Setting.USUAL;
    try (Ui ui = ui(new Ui.Setting(usual.locale(), usual.look().zoomed(200), 1024, 700))) {
      assertThat(ui.node("#larger").isDisabled()).isTrue();
      ui.picture(PICTURES.resolve("settings-large.png"));
    }
  }
}
