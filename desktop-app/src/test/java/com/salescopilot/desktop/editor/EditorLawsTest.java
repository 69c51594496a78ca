package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What holds for every letter, tried with letters made by chance.
final class EditorLawsTest {
  @RegisterExtension final EditorStage ui = new EditorStage();

  private final long seed = Long.getLong("editor.seed", new SplittableRandom().nextLong());
  private final SplittableRandom chance = new SplittableRandom(seed);
  private final Letters letters = Letters.shown(chance);

  @Test
  void the_editor_holds_the_letter_it_was_given() {
    ui.run(
        () -> {
          for (int i = 0; i < 60; i++) {
            Document letter = letters.document();
            ui.editor().setDocument(letter);
            assertThat(ui.editor().getDocument()).as("seed %d", seed).isEqualTo(letter);
          }
        });
  }

  @Test
  void undo_goes_back_through_every_state_and_redo_forth() {
    ui.run(
        () -> {
          ui.editor().setDocument(letters.document());
          List<Document> states = new ArrayList<>(List.of(ui.editor().getDocument()));
          ui.editor().documentProperty().addListener((_, _, now) -> states.add(now));
          for (int i = 0; i < 40; i++) {
            anyCommand();
          }
          List<Document> made = List.copyOf(states);
          assertThat(made).hasSizeGreaterThan(5);
          for (Document state : made.reversed().subList(1, made.size())) {
            ui.editor().undo();
            assertThat(ui.editor().getDocument()).as("seed %d", seed).isEqualTo(state);
          }
          for (Document state : made.subList(1, made.size())) {
            ui.editor().redo();
            assertThat(ui.editor().getDocument()).as("seed %d", seed).isEqualTo(state);
          }
        });
  }

  @Test
  void editor_toolbar_and_view_are_tags() {
    String page =
        """
        <?import com.salescopilot.desktop.editor.*?>
        <?import javafx.scene.layout.VBox?>
        <VBox xmlns:fx="http://javafx.com/fxml"><EditorToolbar/>
          <RichEditor promptText="Write" plainText="true" editable="false"/><DocumentView/></VBox>
        """;
    ui.show(
        () ->
            new FXMLLoader().load(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void a_view_marks_what_stands_in_and_what_is_missing_and_names_hosts() {
    DocumentView view = ui.get(() -> new DocumentView());
    ui.show(() -> view);
    Document letter =
        HtmlCodec.read(
                "<p>{{company}} {{firstName}} {{x}} \\{{ <a href=https://evil.io>bank.com</a></p>"
                    + "<ol><li>one</li></ol>")
            .document();
    ui.run(
        () -> {
          view.setValues(
              field ->
                  switch (field.name()) {
                    case "company" -> new FieldShown.Value("Acme");
                    case "firstName" -> new FieldShown.Fallback("there");
                    default -> new FieldShown.Missing("There is no field x.");
                  });
          view.setDocument(letter);
        });
    assertThat(texts(view, ".text"))
        .containsExactly("Acme", " ", "there", " ", "⟦x⟧", " {{ ", "bank.com", " (evil.io)", "one");
    assertThat(texts(view, ".fallback")).containsExactly("there");
    assertThat(texts(view, ".missing")).containsExactly("⟦x⟧");
    assertThat(view.lookupAll(".item-mark").stream().map(mark -> ((Label) mark).getText()))
        .containsExactly("1.");
  }

  private static List<String> texts(DocumentView view, String selector) {
    return view.lookupAll(selector).stream()
        .filter(
            node -> node instanceof Text && node.getParent().getStyleClass().contains("text-flow"))
        .map(node -> ((Text) node).getText())
        .toList();
  }

  /// One character is no step of its own: it goes with its neighbour that was deleted before it.
  private static void deleteWords(LetterArea area) {
    if (area.getSelection().getLength() != 1) {
      area.replaceSelection("");
    }
  }

  private void anyCommand() {
    RichEditor editor = ui.editor();
    LetterArea area = (LetterArea) editor.lookup(".styled-text-area");
    int length = area.getLength();
    area.selectRange(chance.nextInt(length + 1), chance.nextInt(length + 1));
    switch (chance.nextInt(9)) {
      case 0 -> editor.toggleBold();
      case 1 -> editor.toggleItalic();
      case 2 -> editor.toggleBullets();
      case 3 -> editor.toggleNumbers();
      case 4 -> editor.toggleQuote();
      case 5 -> editor.indent();
      case 6 -> editor.insert(letters.document());
      case 7 -> deleteWords(area);
      default -> editor.link(Link.of("https://a.io").orElseThrow());
    }
  }
}
