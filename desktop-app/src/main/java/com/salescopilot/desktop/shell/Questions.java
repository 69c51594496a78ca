package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks before what cannot be undone. Who presses Enter or Escape without reading changes nothing.
public final class Questions {
  private final Texts texts;
  private final Overlay overlay;

  Questions(Texts texts, Overlay overlay) {
    this.texts = texts;
    this.overlay = overlay;
  }

  /// A question, in words.
  ///
  /// @param why what will be so afterwards
  /// @param yes what the button does, by its name
  /// @param no what happens otherwise
  /// @param typed what has to be typed before, where one must be sure; shown as it is
  public record Question(String title, String why, String yes, String no, Optional<String> typed) {
    /// One that is answered by a button.
    public static Question of(String title, String why, String yes, String no) {
      return new Question(title, why, yes, no, Optional.empty());
    }
  }

  /// Asks.
  ///
  /// @param id names the question's nodes for tests: the button that does it is called so
  /// @param done is called if it is to be so
  public void ask(String id, Question question, Runnable done) {
    Label title = new Label(question.title());
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    Label why = new Label(question.why());
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    Button yes = button(id, question.yes(), done);
    Button no = button(id + "-stay", question.no(), () -> {});
    no.getStyleClass().add("accent");
    HBox buttons = new HBox(yes, no);
    buttons.getStyleClass().add("buttons");
    VBox sheet = new VBox(title, why);
    question.typed().ifPresent(word -> sheet.getChildren().add(typed(id, word, yes)));
    sheet.getChildren().add(buttons);
    sheet.setId(id + "-question");
    sheet.getStyleClass().addAll("sheet", "question");
    sheet.setAccessibleRole(AccessibleRole.DIALOG);
    sheet.setAccessibleText(title.getText());
    no.setAccessibleHelp(title.getText() + ". " + why.getText());
    overlay.show(sheet, no);
  }

  private VBox typed(String id, String word, Button yes) {
    Label name = new Label(texts.get(getClass(), "question.type", word));
    name.setWrapText(true);
    TextField field = new TextField();
    field.setId(id + "-typed");
    name.setLabelFor(field);
    yes.disableProperty().bind(field.textProperty().isNotEqualTo(word));
    VBox box = new VBox(name, field);
    box.getStyleClass().add("form-field");
    return box;
  }

  private Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setOnAction(
        _ -> {
          overlay.hide();
          action.run();
        });
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            button.fire();
          }
        });
    return button;
  }
}
