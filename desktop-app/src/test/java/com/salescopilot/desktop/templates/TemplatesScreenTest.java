package com.salescopilot.desktop.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplatesScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Templates());
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  private void reopen(Ui.Setting setting) {
    ui.close();
    ui = Ui.open(desk.desk(), setting).go(new Route.Templates());
  }

  private void arrived(String title, String category, String tone, int used, int replied) {
    UUID id = desk.desk().newId();
    Doc template =
        new Doc(Entity.TEMPLATE, id, 7, new TreeMap<>())
            .with("title", title)
            .with("category", category)
            .with("tone", tone)
            .with("subject", "A question about {{company | \"your team\"}}")
            .with("content", "Hi {{firstName | \"there\"}},\n\nhow are you?");
    desk.arrived(List.of(template));
    MadeMails.of(desk, id, used, replied);
  }

  private void fill() {
    arrived("First contact", "Introduction", "Friendly", 412, 128);
    arrived("Follow-up after a week", "Follow-up", "Direct", 23, 6);
    arrived(
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenbestellung – zweite Erinnerung",
        "Wiedervorlage für Bestandskunden",
        "Ausgesprochen förmlich",
        1204,
        84);
    desk.edits().create(Entity.TEMPLATE, Map.of("title", "Thank you", "content", "Thanks"));
    desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of(
                "email",
                "bo@b.example",
                "firstName",
                "Bo",
                "lastName",
                "Berg",
                "company",
                "Bright GmbH"));
    desk.edits().create(Entity.PROSPECT, Map.of("email", "cy@c.example"));
  }

  private void write(String letter) {
    Ui.run(ui.<RichEditor>node("#content")::requestFocus);
    ui.type(letter);
  }

  private List<String> titles() {
    TableView<TemplateRow> table = ui.node("#table");
    return Ui.call(() -> table.getItems().stream().map(TemplateRow::title).toList());
  }

  @Test
  void a_starter_is_copied_into_a_private_beginning_and_published_by_the_button() {
    ui.picture(PICTURES.resolve("templates-empty.png"));
    ui.click(".start");
    assertThat(ui.route()).isEqualTo(new Route.NewTemplate());
    ui.picture(PICTURES.resolve("template-new.png"));
    assertThat(ui.text("#title")).isEqualTo("First contact");
    assertThat(ui.text("#state")).isEqualTo("Private until you create it");
    ui.go(new Route.Templates());
    assertThat(ui.text("#begunText")).isEqualTo("You began: First contact");
    ui.picture(PICTURES.resolve("templates-begun.png"));
    ui.click("#goOn").click("#save");
    assertThat(ui.route()).isEqualTo(new Route.Templates());
    ui.until("it stands in the list", () -> titles().equals(List.of("First contact")));
    assertThat(ui.sees("#begun")).isFalse();
  }

  @Test
  void a_field_is_put_in_by_the_menu_where_one_was_writing_and_a_wrong_one_is_named() {
    fill();
    ui.go(new Route.NewTemplate());
    ui.fill("#title", "Mine").fill("#subject", "For ");
    ui.click("#insert").press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
    assertThat(ui.text("#subject")).isEqualTo("For {{lastName}}");
    write("Hello {{frstName}} ");
    assertThat(ui.text("#contentField .field-error"))
        .isEqualTo("There is no field frstName. Did you mean firstName?");
    ui.picture(PICTURES.resolve("template-wrong-field.png"));
    ui.click("#save");
    assertThat(ui.route()).isEqualTo(new Route.NewTemplate());
    assertThat(Ui.<Boolean>call(() -> ui.<Node>node("#content").isFocusWithin())).isTrue();
  }

  @Test
  void conditions_and_picks_are_put_in_by_the_menu_and_are_right_as_they_stand() {
    ui.go(new Route.NewTemplate()).fill("#title", "Mine").fill("#subject", "For you");
    Ui.run(() -> ui.<TextField>node("#subject").selectRange(4, 7));
    insert("#insert", 15);
    assertThat(ui.text("#subject")).isEqualTo("For {{#if firstName}}you{{/if}}");
    write("Dear ");
    insert("#insertLetter", 16);
    ui.type("friend");
    RichEditor letter = ui.node("#content");
    assertThat(Ui.call(() -> TextCodec.write(letter.getDocument())))
        .isEqualTo("Dear {{#if firstName}}friend{{#else}}words for the others{{/if}}");
    assertThat(ui.sees("#contentField .field-error")).isFalse();
    ui.click("#insertLetter").picture(PICTURES.resolve("template-insert.png"));
    ui.clickOn("One of several words").type("Good day");
    assertThat(ui.sees("#contentField .field-error")).isFalse();
    assertThat(ui.sees("#subjectField .field-error")).isFalse();
    ui.picture(PICTURES.resolve("template-inserted.png"));
  }

  /// Takes the first field of an entry.
  private void insert(String menu, int entry) {
    ui.click(menu);
    for (int i = 0; i < entry; i++) {
      ui.press(KeyCode.DOWN);
    }
    ui.press(KeyCode.RIGHT).press(KeyCode.ENTER);
  }

  @Test
  void all_that_is_wrong_is_said_at_its_field() {
    ui.go(new Route.NewTemplate());
    ui.fill("#title", "Mine").fill("#subject", "{{#if company}}For {{compny}}");
    assertThat(ui.text("#subjectField .field-error").lines())
        .containsExactlyInAnyOrder(
            "{{#if company}} has no counterpart. A condition begins with #if and ends with /if.",
            "There is no field compny. Did you mean company?");
    ui.picture(PICTURES.resolve("template-all-wrong.png"));
  }

  @Test
  void enter_opens_a_template_and_delete_takes_it_away_with_undo() {
    fill();
    ui.until("all stand there", () -> titles().size() == 4);
    ui.picture(PICTURES.resolve("templates.png"));
    ui.click("#table .star");
    TableView<TemplateRow> shown = ui.node("#table");
    ui.until("it is marked", () -> shown.getItems().getFirst().favourite());
    ui.picture(PICTURES.resolve("templates-favourite.png"));
    Ui.run(
        () -> {
          TableView<TemplateRow> table = ui.node("#table");
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    ui.press(KeyCode.ENTER);
    assertThat(ui.route()).isInstanceOf(Route.EditTemplate.class);
    ui.picture(PICTURES.resolve("template-edit.png"));
    ui.go(new Route.Templates());
    Ui.run(
        () -> {
          TableView<TemplateRow> table = ui.node("#table");
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    ui.press(KeyCode.DELETE);
    ui.until("it is gone", () -> titles().size() == 3);
    ui.click("#toast-action");
    ui.until("it is back", () -> titles().size() == 4);
  }

  @Test
  void typing_narrows_the_list_and_says_when_nothing_is_left() {
    fill();
    ui.fill("#search", "follow");
    ui.until("one is left", () -> titles().equals(List.of("Follow-up after a week")));
    ui.fill("#search", "nothing");
    ui.until("nothing is left", () -> ui.sees("#empty"));
    assertThat(ui.sees("#starters")).isFalse();
    ui.picture(PICTURES.resolve("templates-nohit.png"));
  }

  @Test
  void the_same_in_german_and_dark_with_long_words_in_a_narrow_window() {
    fill();
    reopen(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700));
    ui.until("all stand there", () -> titles().size() == 4);
    ui.picture(PICTURES.resolve("templates-de-dark.png"));
    ui.go(new Route.NewTemplate());
    ui.fill("#title", "Donaudampfschifffahrtsgesellschaftskapitänsmützenbestellung");
    ui.fill("#subject", "Für {{company}}");
    write("Guten Tag {{firstName}} ");
    ui.click("#next");
    ui.picture(PICTURES.resolve("template-new-de-dark.png"));
    ui.click("#insert").picture(PICTURES.resolve("template-insert-de-dark.png"));
  }

  @Test
  void the_empty_place_in_german_and_dark() {
    reopen(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700));
    ui.picture(PICTURES.resolve("templates-empty-de-dark.png"));
    ui.go(new Route.EditTemplate(desk.desk().newId()));
    assertThat(ui.sees("#gone")).isTrue();
    ui.picture(PICTURES.resolve("template-gone-de-dark.png"));
  }
}
