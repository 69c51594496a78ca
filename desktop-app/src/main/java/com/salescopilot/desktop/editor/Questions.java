package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// Asks for one line of text at the caret: Enter takes it, Escape or a click elsewhere does not.
final class Questions {
  private final LetterArea area;
  private final ResourceBundle texts;
  private final Label title = new Label();
  private final TextField answer = new TextField();
  private final Label complaint = new Label();
  private final Popup popup = new Popup();

  /// Takes an answer, or says what is wrong with it.
  private Function<String, Optional<String>> taker = _ -> Optional.empty();

  Questions(LetterArea area, ResourceBundle texts) {
    this.area = area;
    this.texts = texts;
    VBox box = new VBox(title, answer, complaint);
    box.getStyleClass().add("editor-question");
    box.getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("editor.css")).toExternalForm());
    title.setLabelFor(answer);
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    popup.getContent().add(box);
    popup.setAutoHide(true);
    answer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  TextField answer() {
    return answer;
  }

  String complaint() {
    return complaint.getText();
  }

  /// Asks where a link leads.
  void link(Optional<Link> before, Consumer<Link> takes) {
    ask(
        texts.getString("editor.link.address"),
        before.map(Link::target).orElse(""),
        typed -> {
          Optional<Link> link = Link.typed(typed);
          link.ifPresent(takes);
          return link.isPresent()
              ? Optional.empty()
              : Optional.of(texts.getString("editor.link.bad"));
        });
  }

  /// Asks what stands in for a field without a value; nothing is an answer.
  void fallback(MergeField field, String named, Consumer<MergeField> takes) {
    ask(
        MessageFormat.format(texts.getString("editor.field.fallback"), named),
        field.fallback().orElse(""),
        typed -> {
          // straight quotes end a fallback
          String words = typed.replace('"', '”').strip();
          try {
            takes.accept(
                new MergeField(
                    field.name(), words.isEmpty() ? Optional.empty() : Optional.of(words)));
            return Optional.empty();
          } catch (IllegalArgumentException e) {
            return Optional.of(texts.getString("editor.field.bad"));
          }
        });
  }

  private void ask(String question, String before, Function<String, Optional<String>> takes) {
    title.setText(question);
    complaint.setText("");
    taker = takes;
    answer.setText(before);
    Optional<Bounds> caret = area.getCaretBounds();
    Bounds bounds = caret.orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
    popup.show(area, bounds.getMinX(), bounds.getMaxY() + 4);
    answer.requestFocus();
    answer.selectAll();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional<String> wrong = taker.apply(answer.getText());
      complaint.setText(wrong.orElse(""));
      if (wrong.isEmpty()) {
        popup.hide();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      popup.hide();
      event.consume();
    }
  }
}
